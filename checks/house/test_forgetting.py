"""House rule: what has an end ends. Every rule has something to forget here; ten years later it is gone.

What may stay in a field that a rule empties is written here a second time, in plain sentences.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.http import HttpRequest

from alongside.charter.models import Comment
from alongside.documents.models import File, Text, Version
from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Forget
from alongside.messages.deliver import deliver_due
from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.messages.say import say
from alongside.safety.concerns import Reach
from alongside.safety.drafts import Draft
from alongside.safety.models import Concern, Reading
from alongside.website.endings import rules
from alongside.website.models import Erased, Wish
from alongside.welcome import codes, errors
from checks.test_privacy import classed_fields

from .canaries import DIGEST, MARKER, Canary, plant
from .world import World

LATER, HALF_A_YEAR = timedelta(days=3653), timedelta(days=183)
Stays = Callable[[Any], bool]


def on_an_open_way(row: Message) -> bool:
    """It has not gone; or it is shown on a secret link that still opens."""
    gone = Gone.objects.filter(message=row).first()
    return gone is None or (gone.how == Gone.How.KEPT and row.way_back.closed_at is None)


def is_read_by_all(row: Comment) -> bool:
    """A moderator let it go on, and enough people of that side answered."""
    side = row.review.findings.get(audience=row.audience).published
    return row.reading.is_passed and bool(side.people.around)


MAY_STAY: Mapping[str, Stays] = {
    "documents.File.name": lambda row: not File.objects.of_nothing().filter(pk=row.pk).exists(),
    "messages.WayBack.address": lambda row: row.closed_at is None,
    "messages.WayBack.call_me": lambda row: row.closed_at is None,
    "messages.WayBack.hint": lambda row: row.closed_at is None,
    "messages.Message.subject": on_an_open_way,
    "messages.Message.body": on_an_open_way,
    "messages.Gone.why": lambda row: on_an_open_way(row.message),
    "safety.Concern.words": lambda row: not row.is_acknowledged,
    "website.Wish.words": lambda row: not row.is_over,
    "charter.Comment.text": lambda row: not row.review.is_closed or is_read_by_all(row),
    "promises.Verdict.words": lambda row: row.may_show and row.reading is not None and row.reading.is_passed,
}
"""Whose rule does not touch this row, said plainly. Of any other field nothing may be left."""


@pytest.fixture
def full(world: World, settings: Any, tmp_path: Path) -> Iterator[World]:
    """The world, with something in it for every rule; put back as it was afterwards."""
    settings.VAR, settings.OUTBOX = tmp_path, "folder"
    with transaction.atomic():
        messages_that_went(world)
        somebody_writes(world)
        somebody_signs_in(world)
        somebody_worries(world)
        somebody_sends_a_file(world)
        somebody_asks(world)
        a_round_ends(world)
        yield world
        transaction.set_rollback(True)


def somebody_sends_a_file(world: World) -> None:
    """With a form that was never sent."""
    when = {"area": world.n.area, "on": world.now.date(), "purpose": "evidence"}
    File.objects.create(**when, kind="pdf", name="Mrs Hill.pdf", size=1, digest="a" * 64)


def messages_that_went(world: World) -> None:
    """One sent, so that its file is there; one that could not be; a link and a number, closed since."""
    n, at = world.n, world.now
    words = {"kind": "told", "subject": "It is done", "body": "The letters come.", "at": at, "area": n.area}
    say(key="sent", person=n.asha, **words)
    lost, _ = WayBack.open_new(area=n.area, channel=Channel.EMAIL, person=n.ellis, hint="after school")
    n.ellis.email = None
    n.ellis.save(update_fields=["email"])
    say(key="lost", way_back=lost, **words)
    link, _ = WayBack.open_new(area=n.area, channel=Channel.LINK)
    say(key="shown", way_back=link, **words)
    ring = {"address": "01632 960 198", "call_me": "Mr Hale", "hint": "after eleven"}
    number, _ = WayBack.open_new(area=n.area, channel=Channel.CALL, **ring)
    deliver_due(at + timedelta(days=1))
    WayBack.objects.filter(pk__in=[link.pk, number.pk]).update(closed_at=at)  # before its words were emptied


def somebody_writes(world: World) -> None:
    """A draft that nobody sends, and something that a moderator told."""
    Reading.open(area=world.n.area, about=None, on=world.now.date(), author=world.n.gwen)
    draft, _key = Draft.begin(HttpRequest(), area=world.n.area, at=world.now)
    draft.keep("happened", {"happened": "The letter came late."}, world.now)


def somebody_signs_in(world: World) -> None:
    """A code that waits in the outbox, and a wrong one typed. (Sessions: the browsers of the cast.)"""
    browser = codes.ask(world.n.asha.email, world.now)
    with pytest.raises(errors.WrongCode):
        codes.spend(browser, "no such code", world.now)


def somebody_worries(world: World) -> None:
    """A concern that Hal has in hand."""
    n, at = world.n, world.now
    reach = Reach(Channel.CALL, "01632 960 197")
    Concern.keep("He is not safe.", key=uuid.uuid4(), area=n.area, reach=reach, at=at).acknowledge(n.hal, at)


def somebody_asks(world: World) -> None:
    """Cara’s wish is answered; and Ines is here, though she was erased: an old backup brought her back."""
    Wish.objects.get(pk=world.args["wish"]).answer(world.n.jo, "It is right now.", world.now)
    Erased.objects.create(pk=world.n.ines.pk, kind=Erased.Kind.PERSON, on=world.now.date())


def a_round_ends(world: World) -> None:
    """With words that nobody has read."""
    Comment.objects.get(review__closed=None).review.close(world.n.farah, world.now)


def run(rules: Sequence[Forget], at: datetime) -> list[str]:
    """Run all in order. A sentence for each rule that had nothing to forget, or that left something.

    They run once more half a year on: messages that were called off in the first night go then.
    """
    idle = [f"{rule.name}: there was nothing to forget" for rule in rules if rule.left(at) == 0]
    for rule in rules:
        rule.run(at)
    left = [f"{rule.name}: {number} left" for rule in rules if (number := rule.left(at))]
    for rule in rules:
        rule.run(at + HALF_A_YEAR)
    return idle + left


def written_anywhere() -> set[str]:
    """Every marker that stands anywhere in the database, whosever table it is."""
    found: set[str] = set()
    for model in apps.get_models(include_auto_created=True):
        columns = [
            column.attname
            for column in model._meta.concrete_fields
            if isinstance(column, models.CharField | models.TextField | models.JSONField)
        ]
        for values in model._base_manager.values_list(*columns) if columns else []:
            text = " ".join(str(value) for value in values)
            found.update(MARKER.findall(text), DIGEST.findall(text))
    return found


def ending() -> list[str]:
    """The fields that name a rule."""
    no_rule = (WITH_ITS_ROW, FOR_THE_RECORD)
    return [name for name, field in classed_fields().items() if field.keep not in no_rule]


def texts_that_end() -> dict[Any, Canary]:
    """Text → the field with a rule that leads to it: its words go by that rule."""
    found = {}
    for name in ending():
        room, model_name, column_name = name.split(".")
        model = apps.get_model(room, model_name)
        column = model._meta.get_field(column_name)
        if column.related_model is Text:
            found |= {
                getattr(row, column.attname): Canary(name, row, None) for row in model._base_manager.all()
            }
    return found


def with_an_end(planted: Mapping[str, Canary]) -> dict[str, Canary]:
    """The markers in fields that name a rule, and in the texts to which such a field leads."""
    fields, texts, found = ending(), texts_that_end(), {}
    for marker, one in planted.items():
        text = one.row.text_id if isinstance(one.row, Version) else one.row.pk
        if one.field in fields:
            found[marker] = one
        elif isinstance(one.row, Text | Version) and text in texts:
            found[marker] = texts[text]
    return found


def survivors(planted: Mapping[str, Canary], may_stay: Mapping[str, Stays] = MAY_STAY) -> list[str]:
    """A sentence for each field of which a marker is left in the database and should not be."""
    left, found = written_anywhere(), set()
    for marker, canary in with_an_end(planted).items():
        row = type(canary.row)._base_manager.filter(pk=canary.row.pk).first()
        stays = may_stay.get(canary.field)
        if marker in left and not (row is not None and stays is not None and stays(row)):
            found.add(f"{canary.field} is still there")
    return sorted(found)


def doing_nothing(found: Sequence[Forget], name: str) -> list[Forget]:
    """The same rules, but one of them does nothing."""
    return [
        Forget(one.name, one.sentence, lambda _at: 0, one.left) if one.name == name else one for one in found
    ]


def test_ten_years_later_nothing_is_left(full: World) -> None:
    planted = plant()
    assert run(rules(), full.now + LATER) == []
    assert survivors(planted) == []


def test_every_field_that_ends_had_a_marker(full: World) -> None:
    """Else the look above would look at nothing."""
    classed = classed_fields()
    fields = {one.field for one in with_an_end(plant()).values()}
    ends = {classed[field].keep for field in fields}
    assert {
        *MAY_STAY.keys() & {*ending()},
        "messages.Attempt.error",
        "safety.Draft.answers",
        "welcome.Try.whom",
    } <= fields
    assert ends >= {"drafts", "sign-in codes", "tries", "closed ways back", "words with a verdict"}


@pytest.mark.parametrize("name", [rule.name for rule in rules()])
def test_a_rule_that_does_nothing_is_seen(full: World, name: str) -> None:
    said = run(doing_nothing(rules(), name), full.now + LATER)
    assert any(one.startswith(f"{name}: ") and one.endswith(" left") for one in said)


def test_a_rule_without_anything_to_forget_is_seen(full: World) -> None:
    idle = Forget("idle", "It forgets nothing at all.", lambda _at: 0, lambda _at: 0)
    assert run([idle], full.now) == ["idle: there was nothing to forget"]


def test_a_rule_that_only_says_so_is_seen(full: World) -> None:
    planted, answers = plant(), iter([1, 0])
    says_so = Forget("drafts", "It says that drafts are gone.", lambda _at: 1, lambda _at: next(answers))
    pretending = [says_so if rule.name == "drafts" else rule for rule in rules()]
    assert run(pretending, full.now + LATER) == []
    assert survivors(planted) == [
        "safety.Draft.answers is still there",
        "safety.Draft.key_digest is still there",
    ]
