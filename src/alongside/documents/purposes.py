"""What may be sent for which purpose, as ``purposes.toml`` says it. Knows nothing of Django."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .kinds import KINDS

FILE = Path(__file__).with_name("purposes.toml")
MEGA = 1_000_000


@dataclass(frozen=True)
class Purpose:
    """One purpose: which kinds, and how much. Megabytes and megapixels are of a million."""

    slug: str
    says: str
    kinds: tuple[str, ...]
    megabytes: int
    many: int
    megapixels: dict[str, float]
    sides: int
    kept_at: int
    keeps_name: bool
    text_megabytes: int = 0
    objects: int = 0
    entries: int = 0
    unpacked_megabytes: int = 0
    ratio: int = 0

    def __post_init__(self) -> None:
        unknown = set(self.kinds) - set(KINDS)
        if unknown or not self.kinds:
            raise ValueError(f"{self.slug}: no such kinds of file: {sorted(unknown)}")
        amounts: list[float] = [self.megabytes, self.many, self.sides, self.kept_at]
        amounts += [self.megapixels.get(kind, 0) for kind in self.kinds if KINDS[kind].is_picture]
        if {"txt", "csv"} & set(self.kinds):
            amounts.append(self.text_megabytes)
        if "pdf" in self.kinds:
            amounts.append(self.objects)
        if {"docx", "xlsx"} & set(self.kinds):
            amounts += [self.entries, self.unpacked_megabytes, self.ratio]
        if min(amounts) <= 0:
            raise ValueError(f"{self.slug}: every amount must be more than nothing")

    @property
    def size(self) -> int:
        """How many bytes one file may have."""
        return self.megabytes * MEGA

    @property
    def accept(self) -> str:
        """What a browser offers to choose from."""
        return ",".join(ending for kind in self.kinds for ending in KINDS[kind].endings)


@dataclass(frozen=True)
class Limits:
    """How much work one file may be."""

    seconds: float
    megabytes: int
    at_once: int
    wait: float


def read(text: str) -> tuple[Limits, dict[str, Purpose]]:
    """The limits and the purposes that such a file says. Raises ``ValueError`` or ``TypeError`` if wrong."""
    said: dict[str, dict[str, Any]] = tomllib.loads(text)
    limits = Limits(**said.pop("limits"))
    purposes = {slug: Purpose(slug, **{**one, "kinds": tuple(one["kinds"])}) for slug, one in said.items()}
    return limits, purposes


@cache
def _ours() -> tuple[Limits, dict[str, Purpose]]:
    return read(FILE.read_text(encoding="utf-8"))


def limits() -> Limits:
    """How much work one file may be."""
    return _ours()[0]


def purposes() -> dict[str, Purpose]:
    """Every purpose, by its slug."""
    return _ours()[1]
