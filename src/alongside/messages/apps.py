from django.apps import AppConfig


class Messages(AppConfig):
    name = "alongside.messages"
    label = "messages"
    verbose_name = "Messages"
