from __future__ import annotations

from django.urls import path

from . import views

app_name = "welcome"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.code, name="code"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("cast/", views.cast, name="cast"),
]
