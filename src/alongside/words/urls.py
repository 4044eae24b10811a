from django.urls import path

from alongside.words import views

app_name = "words"

urlpatterns = [
    path("words/", views.glossary, name="glossary"),
    path("words/check/", views.check_words, name="check"),
]
