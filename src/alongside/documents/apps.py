from django.apps import AppConfig


class Documents(AppConfig):
    name = "alongside.documents"
    label = "documents"
    verbose_name = "Texts and files"
