from django.apps import AppConfig


class Website(AppConfig):
    name = "alongside.website"
    label = "website"
    verbose_name = "Pages that gather"

    def ready(self) -> None:
        from . import lines  # noqa: F401 - registers its checks
