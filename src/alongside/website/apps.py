from django.apps import AppConfig


class Website(AppConfig):
    name = "alongside.website"
    label = "website"
    verbose_name = "Pages that gather"
