from django.apps import AppConfig


class Journal(AppConfig):
    name = "alongside.journal"
    label = "journal"
    verbose_name = "What happened"
