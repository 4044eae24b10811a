from django.urls import path

from alongside.look import views

app_name = "look"
urlpatterns = [
    path("light-or-dark/", views.theme, name="theme"),
    path("components/", views.components, name="components"),
]
