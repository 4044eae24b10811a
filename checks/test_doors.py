"""House rule: a view gets objects only through a door, ``objects.visible_to(viewer)``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .rooms import SOURCE

ALSO_DOORS = {
    "visible_to": "the door of a model",
    "to_do": "the door of messages that a human carries",
}
"""Manager methods that take the viewer, and why each is a door."""

PLACES = {"Area", "Organisation"}
"""Public places: their names are on every page, so a view may look them up by what the address says."""


def views() -> list[Path]:
    """Every module that holds views."""
    found = [*SOURCE.glob("*/views.py"), *SOURCE.glob("*/views_*.py"), *SOURCE.glob("*/views/*.py")]
    return sorted(found)


def faults(source: str, where: str) -> Iterator[str]:
    """A sentence for each use of ``X.objects`` (or ``X._default_manager``) that is not a door."""
    tree = ast.parse(source)
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    through_a_door = {id(node.value) for node in attributes if node.attr in ALSO_DOORS}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in {
            "objects",
            "_default_manager",
            "_base_manager",
        }:
            continue
        owner = ast.unparse(node.value)
        if id(node) not in through_a_door and owner.split(".")[-1] not in PLACES:
            yield f"{where}:{node.lineno}: {owner}.{node.attr} is used without a door"


def test_there_are_views_to_look_at() -> None:
    assert len(views()) >= 7


@pytest.mark.parametrize("path", views(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_views_fetch_through_doors(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"), str(path.relative_to(SOURCE)))) == []


def test_the_rule_bites() -> None:
    assert list(faults("Story.objects.get(pk=1)", "x.py")) == ["x.py:1: Story.objects is used without a door"]
    assert list(faults("get_object_or_404(Story.objects, pk=1)", "x.py"))
    assert list(faults("models.Story.objects.filter(pk=1).visible_to(v)", "x.py"))
    assert not list(faults("get_object_or_404(Story.objects.visible_to(request.viewer), pk=1)", "x.py"))
