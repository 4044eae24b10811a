from django.apps import AppConfig


class Place(AppConfig):
    name = "alongside.place"
    label = "place"
    verbose_name = "Our place"
