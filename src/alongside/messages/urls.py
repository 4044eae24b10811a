from __future__ import annotations

from django.urls import path

from . import views

app_name = "messages"
urlpatterns = [
    path("messages/<uuid:message>/", views.message, name="message"),
    path("messages/<uuid:message>/done/", views.done, name="done"),
]
