from django.apps import AppConfig


class Words(AppConfig):
    name = "alongside.words"
    label = "words"
    verbose_name = "Words we use"
