"""A group chooses among what people told, read, and let groups use; once decided, no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from alongside.documents.models import Text
from alongside.groups.models import Decision, Group, Partner, Seat, Taken, Wording
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.voice.demo import moderate
from alongside.voice.errors import AlreadyDecided, NotAllowed
from alongside.voice.links import rest_on, stories_of, tellers_of
from alongside.voice.models import Basis, Story, Use

Told = Callable[..., Story]


@pytest.fixture
def seat(netherby: Netherby, now: datetime) -> Seat:
    group = Group.objects.create(area=netherby.area, name="Short Breaks", purpose="p", since=now)
    side = Partner.objects.create(group=group, name="Families", kind="lived")
    return Seat.objects.create(group=group, partner=side, person=netherby.asha, since=now, part="speaker")


@pytest.fixture
def decision(netherby: Netherby, now: datetime, seat: Seat) -> Decision:
    row = Decision.objects.create(
        area=netherby.area,
        group=seat.group,
        reference="D-2026-001",
        title="Letters",
        cornerstone="communicate",
        opened_by=seat,
        opened_at=now,
    )
    text = Text.write("Ten days before.", area=netherby.area, at=now)
    Wording.objects.create(decision=row, number=1, text=text, by=seat, at=now)
    return row


@pytest.fixture
def story(netherby: Netherby, told: Told, now: datetime) -> Story:
    one = told(uses=["decide"], who="cara", channel="mine")
    moderate(netherby, one, now)
    return one


def test_she_chooses_one_and_its_teller_is_told(
    netherby: Netherby, decision: Decision, story: Story, client_of: Any
) -> None:
    page, client = f"/decisions/{decision.pk}/basis/", client_of(netherby.asha)
    assert "The letter came late." in client.get(page).content.decode()
    for _ in range(2):
        assert client.post(page, {"story": str(story.pk)}).status_code == 302
    assert Basis.objects.get().story == story
    assert Use.objects.get().where == "Decision D-2026-001 rests on it"
    assert Message.objects.get(kind="rests").way_back == story.teller.way_back
    assert list(stories_of(decision)) == [story]
    assert [one.way_back for one in tellers_of(stories_of(decision))] == [story.teller.way_back]


def test_not_without_her_word(
    netherby: Netherby, told: Told, decision: Decision, seat: Seat, now: datetime
) -> None:
    kept = told(uses=["service"])
    moderate(netherby, kept, now)
    unread = told(uses=["decide"])
    for one in (kept, unread):
        with pytest.raises(NotAllowed):
            rest_on(decision, one, seat, now)


def test_once_it_is_decided_nothing_is_added(
    decision: Decision, story: Story, seat: Seat, now: datetime
) -> None:
    wording = decision.wordings.get()
    Taken.objects.create(decision=decision, wording=wording, at=now, review_on=date(2027, 3, 12))
    with pytest.raises(AlreadyDecided):
        rest_on(decision, story, seat, now)


@pytest.mark.parametrize("who", ["ben", "cara", "gwen", "jo", "dev", None])
def test_without_a_seat_there_is_no_page(
    netherby: Netherby, decision: Decision, who: str | None, client_of: Any
) -> None:
    client = client_of(netherby.people[who] if who else None)
    assert client.get(f"/decisions/{decision.pk}/basis/").status_code == 404
