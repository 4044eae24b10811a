"""When things go: the rules of all rooms, as the privacy page tells them and `alongside forget` runs them."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from alongside.journal.privacy import Forget


def rules() -> list[Forget]:
    """Every rule of the house, room by room from the ground up."""
    found: list[Forget] = []
    for room in apps.get_app_configs():
        if room.name.startswith("alongside.") and module_has_submodule(room.module, "forget"):
            found += import_module(f"{room.name}.forget").RULES
    return found


def forget(at: datetime) -> list[tuple[Forget, int]]:
    """Let go of everything whose time has come, from the top of the house down: what an upper room lets go
    may be what a lower room then forgets. Returns how many rows went, rule by rule."""
    return [(rule, rule.run(at)) for rule in reversed(rules())]
