"""Whom to ring when somebody may not be safe: the rows of ``signposts.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("signposts.toml")


@dataclass(frozen=True)
class Signpost:
    """One number to ring, what it is for, and where we have it from."""

    who: str
    ring: str
    about: str
    source: str

    @property
    def tel(self) -> str:
        """The number for a link that dials."""
        return "tel:" + self.ring.replace(" ", "")


@cache
def signposts() -> tuple[Signpost, ...]:
    """All numbers, the most urgent first."""
    return tuple(Signpost(**row) for row in _read()["signpost"])


def checked() -> date:
    """When somebody last looked the numbers up."""
    day: date = _read()["checked"]
    return day


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
