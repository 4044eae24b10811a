from django.apps import AppConfig


class Promises(AppConfig):
    name = "alongside.promises"
    label = "promises"
    verbose_name = "Promises"
