"""What rooms bring under a name that all of them know: found by looking, so there is no list to keep."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule


def modules(name: str) -> list[ModuleType]:
    """The module of this name of each room that has one, from the ground up."""
    return [
        import_module(f"{room.name}.{name}")
        for room in apps.get_app_configs()
        if room.name.startswith("alongside.") and module_has_submodule(room.module, name)
    ]
