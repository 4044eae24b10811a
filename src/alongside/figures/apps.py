from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "alongside.figures"
    label = "figures"
    verbose_name = "Numbers and charts"
