from django.apps import AppConfig


class Charter(AppConfig):
    name = "alongside.charter"
    label = "charter"
    verbose_name = "Charter"
