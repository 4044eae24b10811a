"""On which line of a TOML file something stands. The standard reader knows what, and not where."""

from __future__ import annotations

import re
from collections import Counter

Path = tuple[str | int, ...]

TABLES = re.compile(r"^\s*\[\[\s*([A-Za-z0-9_.\- ]+?)\s*\]\]")
KEY = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=")
LONG = ('"""', "'" * 3)


def positions(text: str) -> dict[Path, int]:
    """Where each table and each key begins: ``("section", 1, "statement", 0, "slug")`` → line, from 1.

    For files as ours are: ``[[tables]]`` and plain keys. What stands in a text of many lines is no key.
    """
    found: dict[Path, int] = {}
    seen: Counter[Path] = Counter()
    here: Path = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if inside:
            inside = "" if inside in line else inside
        elif table := TABLES.match(line):
            here = _table(table[1].split("."), seen)
            found[here] = number
        elif key := KEY.match(line):
            found.setdefault((*here, key[1]), number)
            inside = next((mark for mark in LONG if line.count(mark) % 2), "")
    return found


def _table(names: list[str], seen: Counter[Path]) -> Path:
    """A new table of this name, under the last one of each name above it."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name.strip())
        path = (*path, max(seen[path] - 1, 0))
    path = (*path, names[-1].strip())
    seen[path] += 1
    return (*path, seen[path] - 1)
