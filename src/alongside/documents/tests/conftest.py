"""Somebody sends a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.documents import shelf
from alongside.documents.models import File
from alongside.people.demo import Netherby

from . import building


@pytest.fixture(autouse=True)
def an_empty_shelf(settings: Any, tmp_path: Path) -> None:
    """These tests count what lies on it."""
    ours = settings.STORAGES["default"]
    there = {**ours, "OPTIONS": {**ours["OPTIONS"], "location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": there}


@pytest.fixture
def sends(netherby: Netherby, now: datetime) -> Callable[..., File]:
    """A file is kept for Netherby; a small picture, if nothing else is said."""

    def keep(raw: bytes | None = None, name: str = "Our kitchen.jpg", purpose: str = "picture") -> File:
        sent = SimpleUploadedFile(name, building.jpeg() if raw is None else raw)
        return File.keep(sent, purpose=purpose, area=netherby.area, on=now.date())

    return keep


def lying() -> list[Path]:
    """Everything on the shelf."""
    return [path for path in Path(default_storage.location).rglob("*") if path.is_file()]


def path_of(file: File) -> Path:
    """Where this file lies."""
    return Path(default_storage.path(shelf.place_of(file.pk)))
