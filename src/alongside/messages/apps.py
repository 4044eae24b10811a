from django.apps import AppConfig


class Messages(AppConfig):
    name = "alongside.messages"
    label = "messages"
    verbose_name = "Messages"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers them
