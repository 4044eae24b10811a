"""What was promised about each statement stands beside it; the next round says how it moved."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.charter import demo
from alongside.charter.models import Review
from alongside.charter.plan import Plan, PlanRow
from alongside.charter.result import Result
from alongside.people.demo import Netherby
from alongside.people.viewer import NOBODY, Viewer

from .conftest import HandIn
from .test_from_a_gap import DAY, FAMILIES, STAFF, Browser, seated, shown

__all__ = ["seated", "shown"]


def plan_of(review: Review, viewer: Viewer = NOBODY) -> Plan:
    return Plan.of(Result.of(review), viewer, timezone.now())


def clear(plan: Plan) -> PlanRow:
    found = plan.about("clear")
    assert found
    return found


@pytest.fixture
def second(netherby: Netherby, shown: Review, answer: HandIn, now: datetime) -> Review:
    """A year later: families see more of it, and staff as before."""
    later = now + timedelta(days=365)
    review = Review.open(netherby.school, shown.edition, netherby.farah, later)
    answer(24, FAMILIES, of=review, clear="always")
    answer(16, FAMILIES, of=review, clear="not-yet")
    answer(20, STAFF, of=review, clear="always")
    review.close(netherby.farah, later)
    return review


def test_a_promise_stands_beside_its_statement_with_its_state(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    promise = demo.promised(netherby, shown, now)
    row = clear(plan_of(shown))
    assert [one.promise for one in row.promised] == [promise]
    assert row.promised[0].state.text == "Done and checked. Reviews show if it helped."
    assert row.promised[0].moved == ()
    assert [one.row.statement.slug for one in plan_of(shown).rows] == ["clear"]


def test_an_offer_is_shown_to_those_who_work_on_it_alone(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    demo.offered(netherby, shown, now)
    assert plan_of(shown).rows == []
    assert clear(plan_of(shown, Viewer(netherby.cara))).promised
    assert not clear(plan_of(shown, Viewer(netherby.asha))).promised


def test_a_no_stands_there_with_its_reason(
    shown: Review, netherby: Netherby, now: datetime, client_of: Browser
) -> None:
    demo.asked_for(netherby, shown, now).refuse(netherby.farah, "The printer holds one size.", now + DAY)
    page = client_of(None).get(reverse("charter:review", args=[shown.pk])).content.decode()
    assert "What was promised" in page
    assert "No, because…" in page
    assert "The printer holds one size." in page


@pytest.mark.parametrize(("who", "offers"), [("farah", True), ("asha", True), ("ben", False), ("dev", False)])
def test_who_may_is_led_to_the_page_where_a_statement_is_low_or_seen_differently(
    shown: Review, netherby: Netherby, client_of: Browser, who: str, offers: bool
) -> None:
    page = client_of(netherby.people[who]).get(reverse("charter:review", args=[shown.pk])).content.decode()
    assert (reverse("charter:plan", args=[shown.pk, "clear"]) in page) is offers
    assert reverse("charter:plan", args=[shown.pk, "safe"]) not in page


def test_the_next_round_says_how_it_moved_since(
    netherby: Netherby, shown: Review, now: datetime, request: pytest.FixtureRequest
) -> None:
    demo.promised(netherby, shown, now)
    second = request.getfixturevalue("second")
    assert clear(plan_of(second)).promised[0].moved == (
        "Since this promise, families went from 3 in 10 to 6 in 10.",
        "Since this promise, staff stayed at nearly all.",
    )


def test_what_came_too_late_or_was_refused_moved_nothing(
    netherby: Netherby, shown: Review, second: Review, now: datetime
) -> None:
    demo.taken_on(netherby, shown, second.opened_at + DAY)
    demo.asked_for(netherby, shown, now).refuse(netherby.farah, "The printer holds one size.", now + DAY)
    assert [one.moved for one in clear(plan_of(second)).promised] == [(), ()]


def test_as_many_queries_for_many_promises_as_for_one(
    netherby: Netherby, shown: Review, now: datetime, django_assert_num_queries: object
) -> None:
    for number in range(6):
        demo.taken_on(
            netherby, shown, now, title=f"Promise {number}", statement=["clear", "safe"][number % 2]
        )
    result = Result.of(Review.objects.select_related("organisation", "area", "edition").get(pk=shown.pk))
    assert result.rows
    with django_assert_num_queries(3):  # type: ignore[operator]
        Plan.of(result, NOBODY, now)
