"""Who works there picks evidence; each teller is told, and can take it back at any time."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.charter.errors import NotALink, NotFromHere, NotOffered
from alongside.charter.models import Evidence
from alongside.charter.offered import Kind
from alongside.charter.picking import add_link, pick
from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.viewer import NOBODY, Viewer
from alongside.voice.models import Consent, Story, Use

from .evidence_at import there, told

LINK = "https://becklane.netherby.example/news"
DAY = timedelta(days=1)


@pytest.fixture
def story(netherby: Netherby, now: datetime) -> Story:
    return told(netherby, now, answer="We ring every Tuesday now.")


@pytest.fixture
def picked(netherby: Netherby, story: Story, now: datetime) -> Evidence:
    return pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)


def stands(row: Evidence, at: datetime) -> bool:
    return Evidence.objects.with_standing(day_of(at)).get(pk=row.pk).stands


def test_picking_is_a_use_under_consent_and_its_teller_is_told_once(
    netherby: Netherby, story: Story, picked: Evidence, now: datetime
) -> None:
    assert pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now + DAY) == picked
    pick(there(netherby, "safe"), (Kind.STORY, story.pk), netherby.farah, now)
    use = Use.objects.filter(consent__use=Consent.Use.TRAIN).first()
    assert use is not None
    assert use.where == (
        "Beck Lane Primary shows it for its charter: When we say something, somebody listens and takes it "
        "seriously."
    )
    assert Use.objects.filter(consent__use=Consent.Use.TRAIN).count() == 2
    assert Message.objects.get(kind="evidence").way_back == story.teller.way_back
    assert Event.objects.filter(what="evidence.picked").count() == 2


@pytest.mark.parametrize("who", ["jo", "ines", "priya", "asha", "dev"])
def test_nobody_else_picks(netherby: Netherby, story: Story, now: datetime, who: str) -> None:
    by, spot = netherby.people[who], there(netherby)
    with pytest.raises(NotFromHere):
        pick(spot, (Kind.STORY, story.pk), by, now)
    with pytest.raises(NotFromHere):
        add_link(spot, LINK, "News", by, now)
    assert not Evidence.objects.exists()
    assert not Message.objects.filter(kind="evidence").exists()


def test_what_is_not_offered_cannot_be_picked(netherby: Netherby, story: Story, now: datetime) -> None:
    for statement, pk in (("calm", story.pk), ("heard", uuid.uuid4())):
        with pytest.raises(NotOffered):
            pick(there(netherby, statement), (Kind.STORY, pk), netherby.farah, now)
    story.take_back("service", now)
    with pytest.raises(NotOffered):
        pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)


def test_a_link_has_an_address_and_a_name(netherby: Netherby, now: datetime) -> None:
    spot, farah = there(netherby), netherby.farah
    row = add_link(spot, LINK, "News", farah, now)
    assert add_link(spot, LINK, "News again", farah, now) == row
    assert stands(row, now)
    for wrong in (
        "http://a.example",
        "javascript:alert(1)",
        "a.example",
        "https://",
        "https://a b.example",
        "",
    ):
        with pytest.raises(NotALink):
            add_link(spot, wrong, "News", farah, now)


def test_it_is_taken_away_and_the_use_stays(netherby: Netherby, picked: Evidence, now: datetime) -> None:
    with pytest.raises(NotFromHere):
        picked.take_away(netherby.jo, now)
    for _ in range(2):
        Evidence(pk=picked.pk, organisation=netherby.school).take_away(netherby.farah, now)
    assert not Evidence.objects.exists()
    assert Event.objects.filter(what="evidence.taken_away").count() == 1
    assert Use.objects.filter(consent__use=Consent.Use.TRAIN).exists()


def test_it_is_exactly_one_thing(netherby: Netherby, story: Story, now: datetime) -> None:
    row = {**there(netherby).keys, "by": netherby.farah, "on": now.date()}
    consent = story.consents.get(use="train")
    for wrong in (
        {},
        {"story": story},
        {"link": LINK, "consent": consent},
        {"story": story, "consent": consent, "link": LINK},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Evidence.objects.create(**row, **wrong)


def test_who_works_there_and_who_looks_after_the_area_may_see_that_it_is_there(
    netherby: Netherby, picked: Evidence
) -> None:
    def sees(who: str) -> bool:
        viewer = Viewer(netherby.people[who]) if who else NOBODY
        return Evidence.objects.visible_to(viewer).exists()

    assert [who for who in ("", *netherby.people) if sees(who)] == ["farah", "ines", "jo"]
