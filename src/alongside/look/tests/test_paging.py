"""A list by key: no gap, no row twice, and nothing in an address that says when."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from django.db.models import BooleanField, Case, DateField, QuerySet, When
from django.db.models.functions import TruncDate, TruncMonth

from alongside.journal.models import Event
from alongside.look.paging import page

MONTHS = ("-month", "-id")
START = datetime(2026, 1, 20, 15, 17, tzinfo=UTC)


@pytest.fixture
def events(db: None) -> QuerySet[Event]:
    """Twenty-five things, each a day and an hour after the one before."""
    area = uuid.uuid4()
    for number in range(25):
        at = START + timedelta(days=number, hours=number % 5)
        words = {"what": "a.thing", "about": "x", "about_id": area, "seal": "", "previous": ""}
        Event.objects.create(area_id=area, number=number, at=at, digest=str(number), **words)
    return Event.objects.annotate(
        month=TruncMonth("at", output_field=DateField()),
        day=TruncDate("at"),
        odd=Case(When(number__in=range(1, 100, 2), then=True), default=False, output_field=BooleanField()),
    )


def walk(rows: QuerySet[Event], by: tuple[str, ...], behind: QuerySet[Event] | None = None) -> list[Event]:
    found, after = [], ""
    while True:
        here = page(rows, by, after, behind=behind, many=4)
        found += here.rows
        if not here.last:
            return found
        after = parse_qs(here.older().removeprefix("?"))["after"][0]


@pytest.mark.parametrize("by", [MONTHS, ("month", "id"), ("odd", "-month", "-id")])
def test_pages_follow_each_other_without_a_gap(events: QuerySet[Event], by: tuple[str, ...]) -> None:
    assert walk(events, by) == list(events.order_by(*by))


@pytest.mark.parametrize("by", [("-at", "-id"), ("day", "id")])
def test_days_and_hours_are_looked_up_behind_the_door(events: QuerySet[Event], by: tuple[str, ...]) -> None:
    assert walk(events, by, behind=events) == list(events.order_by(*by))
    last = page(events, by, "", behind=events, many=4).last
    assert last == str(uuid.UUID(last))


@pytest.mark.parametrize("by", [("-at", "-id"), ("day", "id")])
def test_a_day_or_an_hour_never_stands_in_an_address(events: QuerySet[Event], by: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="may not stand in an address"):
        page(events, by, "", many=4)


def test_a_row_that_moves_on_leaves_no_gap(events: QuerySet[Event]) -> None:
    by = ("odd", "-month", "-id")
    first = page(events, by, "", many=4)
    rest = {row.pk for row in page(events, by, first.last, many=40).rows}
    Event.objects.filter(pk=first.rows[-1].pk).update(number=99)  # it is an odd one now, further down
    assert rest <= {row.pk for row in page(events, by, first.last, many=40).rows}


@pytest.mark.parametrize(
    "after", ["", "x", "_", "2026-13_" + "0" * 36, "2026-01_zz", "\x00", "yes", "True_" + "0" * 36]
)
def test_nonsense_gives_the_first_page(events: QuerySet[Event], after: str) -> None:
    first = list(events.order_by(*MONTHS)[:4])
    assert page(events, MONTHS, after, many=4).rows == first
    assert page(events, ("-at", "-id"), after, behind=events, many=4).rows == list(events.order_by("-at")[:4])


def test_what_else_was_asked_stays_in_the_address(events: QuerySet[Event]) -> None:
    here = page(events, MONTHS, "", many=4)
    assert here.older("held", {"cornerstone": ["trust", "value"]}).startswith(
        "?cornerstone=trust&cornerstone=value&held="
    )
    assert page(events, MONTHS, "", many=25).older() == ""
