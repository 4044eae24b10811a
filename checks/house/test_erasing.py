"""House rule: who is erased is gone from everywhere, and what others decided with them stands.

What may stay of a person is written here a second time, in plain sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import models, transaction

from alongside.documents.models import Text, Version
from alongside.messages.models import WayBack
from alongside.people.models import Person
from alongside.voice.models import Reply, Story
from alongside.website.yours.erasing import erase
from alongside.website.yours.gathering import _rows_of
from alongside.website.yours.holders import Holder

from .canaries import MARKER, plant
from .test_forgetting import written_anywhere
from .world import World

WHO = ("asha", "ben", "cara", "ellis", "gwen", "jo", "kit", "owen", "priya")
Stays = Callable[[Any], bool]


def is_of_a_story(text: Text) -> bool:
    """Somebody told it, or it answers what somebody told."""
    told = models.Q(happened=text) | models.Q(good=text) | models.Q(better=text)
    return Story.objects.filter(told).exists() or Reply.objects.filter(text=text).exists()


MAY_STAY: Mapping[str, Stays] = {
    "documents.Text.body": lambda row: not is_of_a_story(row),
    "documents.Version.body": lambda row: not is_of_a_story(row.text),
    "documents.Version.why": lambda row: not is_of_a_story(row.text),
    "groups.Decision.title": lambda _row: True,
    "groups.Objection.acceptable_if": lambda _row: True,
    "groups.Objection.reason": lambda _row: True,
    "groups.Paper.title": lambda _row: True,
    "groups.Stand.words": lambda _row: True,
    "groups.Urgency.why": lambda _row: True,
    "groups.Wording.why": lambda _row: True,
    "promises.Checked.saw": lambda _row: True,
    "promises.Delivered.evidence": lambda _row: True,
    "promises.Promise.title": lambda _row: True,
    "promises.Reopened.why": lambda _row: True,
    "voice.Use.where": lambda _row: True,  # where a story was used, which its teller has taken back
}
"""The record of a group and of a promise: others agreed to it, and rely on it. It names nobody."""


@pytest.mark.parametrize("who", WHO)
def test_of_their_own_rows_only_the_record_stays(
    who: str, world: World, settings: Any, tmp_path: Path
) -> None:
    settings.VAR = tmp_path
    with transaction.atomic():
        assert survivors(Holder(world.n.people[who]), world) == set()
        transaction.set_rollback(True)


def test_of_a_teller_with_only_a_link_nothing_stays(world: World, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    link = WayBack.objects.get(pk=world.holders["website:way_back"])
    with transaction.atomic():
        planted, rows = plant(), _rows_of(Holder(way_back=link))
        theirs = {one for one, where in planted.items() if where.row.pk in rows.get(type(where.row), ())}
        assert len(theirs & {one for one in theirs if MARKER.fullmatch(one)}) >= 3
        transaction.set_rollback(True)
    with transaction.atomic():
        assert survivors(Holder(way_back=link), world) == set()
        transaction.set_rollback(True)


def survivors(holder: Holder, world: World) -> set[str]:
    """The fields of their own rows in which a marker is left, and may not be."""
    planted, rows = plant(), _rows_of(holder)
    theirs = {
        one: where
        for one, where in planted.items()
        if MARKER.fullmatch(one) and where.row.pk in rows.get(type(where.row), ())
    }
    assert theirs
    erase(Holder(Person.objects.get(pk=holder.pk)) if holder.person else holder, world.now)
    left = written_anywhere()
    return {
        where.field
        for one, where in theirs.items()
        if one in left and not MAY_STAY.get(where.field, lambda _row: False)(where.row)
    }


def test_the_look_bites(world: World) -> None:
    with transaction.atomic():
        planted, rows = plant(), _rows_of(Holder(world.n.cara))
        theirs = {where.field for where in planted.values() if where.row.pk in rows.get(type(where.row), ())}
        assert {"people.Person.email", "messages.Message.body", "people.Member.how"} <= theirs
        assert {"documents.Text.body", "documents.Version.body"} <= theirs
        assert Version.objects.filter(text__in=rows[Text]).exists()
        transaction.set_rollback(True)
