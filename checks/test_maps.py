"""A room's map, at the top of its ``__init__.py``, names every module there is: and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "alongside"
EVERYWHERE = {"access", "apps", "errors", "forget", "models", "privacy", "tests", "migrations", "templates"}
EVERYWHERE |= {"demo", "urls", "static", "__init__", "__pycache__"}
"""What rooms have alike, as CONTRIBUTING.md says; their maps need not."""
LINE = re.compile(r"^    ([a-z_]+(?:, [a-z_]+)*)  +\S", re.MULTILINE)


def on_the_map(text: str) -> set[str]:
    """The modules that a map names."""
    return {name for names in LINE.findall(text) for name in names.split(", ")}


def modules(room: Path) -> set[str]:
    """The modules that a room has."""
    return {path.stem for path in room.iterdir() if path.is_dir() or path.suffix == ".py"}


def map_of(room: Path) -> str:
    return ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""


@pytest.mark.parametrize("room", ["welcome", "groups", "voice", "promises", "website"])
def test_a_map_names_every_module_and_no_other(room: str) -> None:
    named, there = on_the_map(map_of(SRC / room)), modules(SRC / room)
    assert there - named - EVERYWHERE == set(), "not on the map"
    assert named - there == set(), "on the map, and not there"


def test_the_rule_bites() -> None:
    assert on_the_map("What we do.\n\nNouns\n    seats   who sits\n    way, top   links") == {
        "seats",
        "way",
        "top",
    }
    assert not on_the_map("    seats")
    assert {"seats", "views", "tests"} <= modules(SRC / "groups")
