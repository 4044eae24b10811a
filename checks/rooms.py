"""What the house is made of: its rooms from the ground up, and one module of each."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.conf import settings

SOURCE = Path(__file__).parent.parent / "src" / "alongside"

ROOMS = [app.removeprefix("alongside.") for app in settings.INSTALLED_APPS if app.startswith("alongside.")]
"""Lowest first: the order in which settings list them."""


def module(room: str, name: str) -> ModuleType | None:
    """``alongside.<room>.<name>``, or nothing when the room has no such module."""
    dotted = f"alongside.{room}.{name}"
    return import_module(dotted) if find_spec(dotted) else None
