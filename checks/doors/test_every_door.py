"""House rule: every ``visible_to`` is its plain definition, in worlds made up by chance.

A hundred at every commit; ``ALONGSIDE_WORLDS=1000`` for the long run.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction

from alongside.charter.models import Comment, Note, Review
from alongside.charter.models import Evidence as Shown
from alongside.groups.models import Decision, Group, Objection, Paper
from alongside.messages.models import Message
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.models import Evidence, Promise
from alongside.safety.models import Concern, Reading
from alongside.voice.models import Picture, Reply, Story, TakenDown
from alongside.website.models import Wish
from checks.rooms import ROOMS

from . import plainly
from .chance import TODAY, World, make

WORLDS = int(os.environ.get("ALONGSIDE_WORLDS", "100"))
AT_ONCE = 25

May = Callable[[plainly.Who, Any], bool]
DOORS: dict[type[models.Model], May] = {
    Story: plainly.story,
    Reply: plainly.reply,
    Group: plainly.group,
    Decision: plainly.decision,
    Paper: plainly.paper,
    Objection: plainly.objection,
    Promise: plainly.promise,
    Evidence: plainly.evidence,
    Picture: plainly.picture,
    Reading: plainly.reading,
    Concern: plainly.concern,
    Message: plainly.message,
    Wish: plainly.wish,
    TakenDown: plainly.taken_down,
    Review: plainly.review,
    Comment: plainly.comment,
    Shown: plainly.kept_for_the_charter,
    Note: plainly.kept_for_the_charter,
}
WITH: dict[type[models.Model], tuple[str, ...]] = {
    Story: ("reading__passed", "reading__held", "teller__way_back", "publication"),
    Reply: ("reading__passed", "story__reading__passed", "story__teller__way_back", "story__publication"),
    Decision: ("taken",),
    Paper: ("decision",),
    Objection: ("wording__decision",),
    Promise: ("accepted", "refusal", "lived_owner", "service_owner"),
    Evidence: ("delivered__promise__lived_owner", "delivered__promise__service_owner"),
    Picture: ("taken_out", "story__reading__passed", "story__teller__way_back", "story__publication"),
    Reading: ("author", "about"),
    Message: ("gone", "way_back"),
    Wish: ("person", "way_back__person"),
    Review: ("closed",),
    Comment: ("review__closed", "reading__passed", "reading__author", "reading__about"),
    Shown: ("organisation",),
    Note: ("organisation",),
}
"""What the definition asks of each row, fetched with it."""

ELSEWHERE = {
    "promises.Verdict": "its rule is about days, and is walked in promises/tests",
    "welcome.BroughtIn": "for the co-ordinator of its forum alone: walked in welcome/tests",
    "welcome.Newsletter": "for the co-ordinator of its forum alone: walked in welcome/tests",
}
"""Models with a door that is compared with its definition in another place."""


def viewers(world: World) -> Iterator[tuple[plainly.Who, Viewer]]:
    """Nobody, everybody, and whoever holds a secret link."""
    yield None, NOBODY
    for person in world.people:
        yield person, Viewer(person)
    for way_back in world.ways_back:
        yield way_back, Viewer(ways_back=frozenset({way_back.pk}))


def seen(model: type[models.Model], viewer: Viewer) -> set[Any]:
    """What the door lets through."""
    door = model._default_manager.visible_to  # type: ignore[attr-defined]
    found = door(viewer, TODAY) if model in (Story, Reply, Picture) else door(viewer)
    return set(found.values_list("pk", flat=True))


def faults(world: World, opened: Counter[str]) -> Iterator[str]:
    """A sentence for each row that a door lets through and should not, or keeps and should not."""
    plainly.another_world()
    for model, may in DOORS.items():
        rows = list(model._default_manager.select_related(*WITH.get(model, ())))
        for who, viewer in viewers(world):
            plain = {row.pk for row in rows if may(who, row)}
            opened[model._meta.label] += len(plain)
            opened[f"not {model._meta.label}"] += len(rows) - len(plain)
            for pk in seen(model, viewer) ^ plain:
                yield f"{model.__name__} for {type(who).__name__}: the definition says {pk in plain}"


@pytest.mark.django_db
@pytest.mark.parametrize("first", range(0, WORLDS, AT_ONCE))
def test_every_door_is_its_definition(first: int) -> None:
    opened: Counter[str] = Counter()
    for seed in range(first, min(first + AT_ONCE, WORLDS)):
        with transaction.atomic():
            assert sorted(set(faults(make(seed), opened))) == [], f"world {seed}"
            transaction.set_rollback(True)
    never = [
        name
        for model in DOORS
        for name in (model._meta.label, f"not {model._meta.label}")
        if not opened[name]
    ]
    assert never == [], "worlds in which a door is always open, or always shut, prove nothing"


def test_every_model_with_a_door_is_compared() -> None:
    doors = {
        f"{room}.{model.__name__}"
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if hasattr(model._default_manager, "visible_to")
    }
    compared = {f"{model._meta.app_label}.{model.__name__}" for model in DOORS}
    assert doors - compared - ELSEWHERE.keys() == set()


@pytest.mark.django_db
def test_a_door_left_open_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(Concern.objects.all()), "visible_to", lambda self, _viewer: self.all())
    found: list[str] = []
    for seed in range(5):
        with transaction.atomic():
            found += faults(make(seed), Counter())
            transaction.set_rollback(True)
    assert "Concern for NoneType: the definition says False" in found
