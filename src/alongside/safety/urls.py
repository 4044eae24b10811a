from __future__ import annotations

from django.urls import path

from . import views

app_name = "safety"
urlpatterns = [
    path("leave/", views.leave, name="leave"),
    path("<slug:area>/not-safe/", views.concern, name="concern"),
    path("<slug:area>/concerns/", views.concerns, name="concerns"),
    path("concerns/<uuid:concern>/acknowledgement/", views.acknowledgement, name="acknowledgement"),
]
