"""The cornerstones, read from ``cornerstones.toml``. Elsewhere a cornerstone is its slug."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("cornerstones.toml")


@dataclass(frozen=True)
class Cornerstone:
    """One stone: ``slug`` names its colour and shape, ``name`` is what people read."""

    slug: str
    name: str
    says: str
    aliases: tuple[str, ...] = ()


@cache
def cornerstones() -> dict[str, Cornerstone]:
    """All five by slug, in the order in which they are laid; trust, under all, comes last."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["cornerstone"]
    stones = [Cornerstone(**{**row, "aliases": tuple(row["aliases"])}) for row in rows]
    return {stone.slug: stone for stone in stones}


def choices() -> list[tuple[str, str]]:
    """The four that a story, a decision or a promise may touch, as (slug, name)."""
    return [(stone.slug, stone.name) for stone in cornerstones().values() if stone.slug != "trust"]
