from django.apps import AppConfig


class Welcome(AppConfig):
    name = "alongside.welcome"
    label = "welcome"
    verbose_name = "Signing in"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers them
