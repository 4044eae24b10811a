"""The patches, read and applied."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("patches.toml")


@dataclass(frozen=True)
class Patch:
    """One small mistake, and the tests that must notice it."""

    what: str
    file: str
    find: str
    put: str
    red: tuple[str, ...]
    quick: bool = False

    def spoil(self, root: Path) -> None:
        """Make the mistake in this copy of the house. Raises ``LookupError`` where it fits no more."""
        path = root / self.file
        source = path.read_text(encoding="utf-8")
        if source.count(self.find) != 1:
            raise LookupError(f"“{self.what}” does not fit {self.file} any more: {self.find!r}")
        path.write_text(source.replace(self.find, self.put), encoding="utf-8")


def patches() -> list[Patch]:
    """All of them, in the order of the file."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["patch"]
    return [Patch(**{**row, "red": tuple(row["red"])}) for row in rows]
