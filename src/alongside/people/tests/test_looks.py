"""Who looked is written down; whoever looks at very many in a short time sees no more of them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from alongside.people.demo import Netherby
from alongside.people.errors import TooManyLooks
from alongside.people.looks import MOST
from alongside.people.models import Look, Person, looked

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Thing:
    """Something in an area that few may see."""

    pk: UUID
    area_id: UUID


def things(netherby: Netherby, many: int) -> list[Thing]:
    return [Thing(uuid.uuid4(), netherby.area.pk) for _ in range(many)]


def test_again_on_the_same_day_is_the_same_look_and_another_reason_is_not(
    netherby: Netherby, jo: Person, now: datetime
) -> None:
    one = things(netherby, 1)
    looked(jo, Look.What.TELLER, one, now, "She rang.")
    looked(jo, Look.What.TELLER, one, now + SECOND, "She rang.")
    assert Look.objects.count() == 1
    looked(jo, Look.What.TELLER, one, now + SECOND, "She wrote.")
    looked(jo, Look.What.TELLER, one, now + timedelta(days=1), "She rang.")
    assert Look.objects.count() == 3


def test_fifty_in_ten_minutes_and_no_more(
    netherby: Netherby, jo: Person, gwen: Person, now: datetime
) -> None:
    many = things(netherby, MOST + 1)
    for place, one in enumerate(many[:MOST]):
        looked(jo, Look.What.WAY_BACK, [one], now + place * SECOND)
    with pytest.raises(TooManyLooks):
        looked(jo, Look.What.CONCERN, [many[-1]], now + timedelta(minutes=5))
    looked(jo, Look.What.WAY_BACK, many[:MOST], now + timedelta(minutes=5))
    looked(gwen, Look.What.CONCERN, [many[-1]], now + timedelta(minutes=5))
    looked(jo, Look.What.CONCERN, [many[-1]], now + timedelta(minutes=20))
    assert Look.objects.filter(person=jo).count() == MOST + 1


def test_a_list_that_is_too_long_is_not_shown_and_not_noted(
    netherby: Netherby, jo: Person, now: datetime
) -> None:
    with pytest.raises(TooManyLooks):
        looked(jo, Look.What.YOUNG, things(netherby, MOST + 1), now)
    assert not Look.objects.exists()


def test_what_was_refused_leaves_nothing_and_what_was_opened_stays_open(
    netherby: Netherby, jo: Person, now: datetime
) -> None:
    many = things(netherby, MOST)
    looked(jo, Look.What.WAY_BACK, many, now)
    one_more = things(netherby, 1)
    for _ in range(2):
        with pytest.raises(TooManyLooks):
            looked(jo, Look.What.WAY_BACK, one_more, now + SECOND)
    looked(jo, Look.What.WAY_BACK, many[:3], now + SECOND)
    assert Look.objects.count() == MOST


def test_reasons_go_and_who_looked_stays(netherby: Netherby, jo: Person, now: datetime) -> None:
    """Even where somebody gave two reasons on one day."""
    one, other = things(netherby, 2)
    for why in ("She rang.", "She wrote.", ""):
        looked(jo, Look.What.TELLER, [one, other], now, why)
    Look.forget_why([one.pk])
    assert list(Look.objects.filter(what_id=one.pk).values_list("why", flat=True)) == [""]
    assert Look.objects.filter(what_id=other.pk).count() == 3
