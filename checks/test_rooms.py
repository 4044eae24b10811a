"""House rule: a room imports, points at and takes templates from only rooms below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import order
from .order import Link
from .rooms import ROOMS, SOURCE


def modules(room: str) -> dict[str, Path]:
    """Dotted name to file for everything in a room, tests and migrations included."""
    return {
        ".".join(("alongside", *path.relative_to(SOURCE).with_suffix("").parts)): path
        for path in sorted((SOURCE / room).rglob("*.py"))
    }


def templates() -> dict[str, tuple[str, Path]]:
    """The name a template is asked for by, to its room and file."""
    return {
        str(path.relative_to(SOURCE / room / "templates")): (room, path)
        for room in ROOMS
        for path in sorted((SOURCE / room / "templates").rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    faults = [
        fault
        for module, path in modules(room).items()
        for fault in order.import_faults(path.read_text(), module, ROOMS)
    ]
    assert faults == []


def test_foreign_keys_point_down_and_give_no_way_up() -> None:
    models = order.our_models(ROOMS)
    assert len(models) > 20, "there are models to look at"
    assert list(order.link_faults(list(order.links(models)), ROOMS)) == []
    assert order.any_to_any(models) == []


def test_templates_take_in_only_what_is_below_them() -> None:
    found = templates()
    owners = {name: room for name, (room, _) in found.items()}
    faults = [
        fault
        for name, (room, path) in found.items()
        for fault in order.template_faults(path.read_text(), name, room, owners, ROOMS)
    ]
    assert faults == []


def test_no_template_hides_another() -> None:
    """Two rooms with a template of one name would make the order of settings decide which is seen."""
    asked_for = [
        str(path.relative_to(SOURCE / room / "templates"))
        for room in ROOMS
        for path in (SOURCE / room / "templates").rglob("*")
        if path.is_file()
    ]
    assert sorted(asked_for) == sorted(set(asked_for))


def test_every_folder_with_models_or_pages_is_a_room_in_the_order() -> None:
    """A room that settings do not list would escape every rule."""
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert folders == set(ROOMS)


ABC = ["a", "b", "c"]


@pytest.mark.parametrize(
    "source",
    [
        "import alongside.c",
        "from alongside import c",
        "from alongside.c.models import X",
        "from ..c import models",
        "def f():\n    from alongside.c import X",
        "if TYPE_CHECKING:\n    from alongside.c import X",
        "import_module('alongside.c.models')",
        "from alongside.settings import VAR",
        "from checks.rooms import ROOMS",
        "from conftest import netherby",
    ],
)
def test_the_rule_bites_on_imports(source: str) -> None:
    assert len(list(order.import_faults(source, "alongside.b.told", ABC))) == 1


@pytest.mark.parametrize(
    "source", ["from alongside.a import X", "from . import models", "from ..a.x import y", "import json"]
)
def test_the_rule_lets_a_room_stand_on_those_below(source: str) -> None:
    assert not list(order.import_faults(source, "alongside.b.told", ABC))


def test_the_rule_bites_on_links() -> None:
    down_with_a_way_up = Link("b", "Told.story", "a", None)
    up = Link("a", "Story.told", "b", "+")
    assert len(list(order.link_faults([down_with_a_way_up, up], ABC))) == 2
    fine = [
        Link("b", "Told.story", "a", "+"),
        Link("b", "Told.by", "b", None),
        Link("b", "T.s", "auth", None),
    ]
    assert not list(order.link_faults(fine, ABC))


def test_the_rule_sees_the_links_there_are() -> None:
    """The walk over the models finds a link that we know of."""
    found = {(link.room, link.to) for link in order.links(order.our_models(ROOMS))}
    assert ("promises", "people") in found
    assert ("groups", "groups") in found


def test_the_rule_bites_on_templates() -> None:
    owners = {"a/x.html": "a", "c/x.html": "c"}
    source = (
        '{% extends "c/x.html" %}{% include "a/x.html" %}{% include \'c/x.html\' with y=1 %}{% load c a %}'
    )
    assert len(list(order.template_faults(source, "b/x.html", "b", owners, ABC))) == 3
