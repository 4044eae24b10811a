"""How serious something is: the levels of ``seriousness.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("seriousness.toml")


@dataclass(frozen=True)
class Level:
    """One level: what it is called, what it means, what it sets off."""

    number: int
    label: str
    means: str
    triggers: str
    tells_lead: bool = False
    may_be_public: bool = True

    def __str__(self) -> str:
        return f"{self.number}: {self.label}"


@cache
def levels() -> tuple[Level, ...]:
    """All levels, from nothing to the worst. Raises ``ValueError`` if the file has a gap."""
    found = tuple(Level(**row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["level"])
    if [level.number for level in found] != [0, 1, 2, 3, 4]:
        raise ValueError(f"{FILE.name} must hold the levels 0 to 4, in order")
    return found


def alarming() -> list[int]:
    """The levels that the safeguarding lead is asked to look at."""
    return [level.number for level in levels() if level.tells_lead]
