"""The journal is one whole chain per area, and every meddling with it is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from alongside.journal.models import Chain, Detail, Event, plain, record, shred
from alongside.journal.verify import faults


@pytest.fixture
def five(asha: Any, ben: Any, now: datetime) -> list[Event]:
    """Five things that Asha did, one after the other, to Ben."""
    return [
        record("thing.done", area_id=asha.area_id, about=ben, at=now, by=asha, number=number)
        for number in range(1, 6)
    ]


def test_an_untouched_chain_is_whole(five: list[Event]) -> None:
    assert list(faults()) == []
    assert [event.number for event in Event.objects.all()] == [1, 2, 3, 4, 5]


def test_each_area_has_its_own_chain(five: list[Event], dev: Any, now: datetime) -> None:
    elsewhere = record("thing.done", area_id=dev.area_id, about=dev, at=now)

    assert elsewhere.number == 1
    assert list(faults()) == []


def test_a_changed_event_is_found(five: list[Event]) -> None:
    Event.objects.filter(number=3).update(what="thing.undone")

    assert [fault for fault in faults() if "event 3" in fault and "was changed" in fault]


def test_a_changed_moment_is_found(five: list[Event]) -> None:
    Event.objects.filter(number=3).update(at=five[2].at - timedelta(microseconds=1))

    assert [fault for fault in faults() if "event 3" in fault and "was changed" in fault]


def test_a_deleted_event_is_found(five: list[Event]) -> None:
    Detail.objects.filter(event=five[2]).delete()
    Event.objects.filter(number=3).delete()

    assert [fault for fault in faults() if "event 3 is missing" in fault]


def test_a_deleted_last_event_is_found(five: list[Event]) -> None:
    Detail.objects.filter(event=five[4]).delete()
    Event.objects.filter(number=5).delete()

    assert [fault for fault in faults() if "should end at event 5" in fault]


def test_a_changed_detail_is_found(five: list[Event]) -> None:
    Detail.objects.filter(event=five[1]).update(body={"number": 7})

    assert [fault for fault in faults() if "event 2" in fault and "its detail" in fault]


def test_a_detail_with_another_name_on_it_is_found(five: list[Event]) -> None:
    Detail.objects.filter(event=five[1]).update(by="Ben")

    assert [fault for fault in faults() if "event 2" in fault and "its detail" in fault]


def test_an_event_slipped_in_is_found(five: list[Event], ben: Any) -> None:
    last = five[-1]
    extra = Event(
        area_id=last.area_id,
        number=6,
        at=last.at,
        what="thing.invented",
        about="people.person",
        about_id=ben.pk,
        seal=last.seal,
        previous=last.digest,
    )
    extra.digest = extra.reckon()
    extra.save()

    assert [fault for fault in faults() if "should end at event 5" in fault]


def test_an_event_without_a_chain_is_found(five: list[Event]) -> None:
    Chain.objects.all().delete()

    assert len([fault for fault in faults() if "belongs to no chain" in fault]) == 5


def test_what_was_done_by_a_person_can_be_shredded_and_the_chain_stays_whole(
    five: list[Event], asha: Any, ben: Any, now: datetime
) -> None:
    record("thing.done", area_id=asha.area_id, about=asha, at=now, by=ben)

    assert shred(by_id=asha.pk) == 5
    assert Detail.objects.get().by == "Ben"
    assert list(faults()) == []


def test_what_is_about_a_thing_can_be_shredded(five: list[Event], ben: Any) -> None:
    shred(about_id=ben.pk)

    assert not Detail.objects.exists()
    assert list(faults()) == []


def test_shredding_asks_whose(db: None) -> None:
    with pytest.raises(ValueError, match="say whose detail"):
        shred()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction(now: datetime, asha: Any) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        record("thing.done", area_id=asha.area_id, about=asha, at=now)


def test_a_moment_without_a_time_zone_is_refused(asha: Any, now: datetime) -> None:
    with pytest.raises(ValueError, match="time zone"):
        record("thing.done", area_id=asha.area_id, about=asha, at=now.replace(tzinfo=None))


@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("Europe/London"), ZoneInfo("Asia/Kathmandu"), timezone(timedelta(hours=-11))]
)
def test_the_digest_is_the_same_in_every_time_zone(asha: Any, zone: timezone) -> None:
    at = datetime(2026, 7, 1, 9, 30, 0, 123456, tzinfo=UTC).astimezone(zone)
    written = record("thing.done", area_id=asha.area_id, about=asha, at=at)

    assert written.digest == Event.objects.get().reckon()
    assert list(faults()) == []


def test_a_detail_comes_back_from_the_database_with_the_same_seal(asha: Any, now: datetime) -> None:
    record(
        "thing.done",
        area_id=asha.area_id,
        about=asha,
        at=now,
        by=asha,
        words="Her words: “Zoë’s” 你好 \U0001f9e1 \\ \n\t ' \"",
        large=1e20,
        small=1e-9,
        money=Decimal("12.50"),
        many=2**70,
        when=now,
        whom=asha.pk,
        nested={"b": [1, 2.50, None, True], "a": {}, 3: "three"},
    )

    assert list(faults()) == []


def test_fractions_are_kept_as_text() -> None:
    assert plain({"share": 0.25}) == {"share": "0.25"}
