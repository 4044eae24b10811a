"""The questions of the journey in Easy Read words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("easy_read.toml")


@dataclass(frozen=True)
class EasyRead:
    """What each field asks, what helps, and what each answer is called, by the journey's own names."""

    asks: Mapping[str, str]
    helps: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]

    def answer(self, name: str, value: str, otherwise: str) -> str:
        """What this answer is called; a place is called what it is called."""
        return self.answers.get(name, {}).get(value, otherwise)


@cache
def easy_read() -> EasyRead:
    """The words, read once."""
    said: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return EasyRead(said["asks"], said["helps"], said["answers"])
