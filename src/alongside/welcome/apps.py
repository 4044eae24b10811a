from django.apps import AppConfig


class Welcome(AppConfig):
    name = "alongside.welcome"
    label = "welcome"
    verbose_name = "Signing in"
