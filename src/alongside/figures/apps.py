from django.apps import AppConfig


class Figures(AppConfig):
    name = "alongside.figures"
    label = "figures"
    verbose_name = "Numbers and charts"
