from django.apps import AppConfig


class Voice(AppConfig):
    name = "alongside.voice"
    label = "voice"
    verbose_name = "What people said"
