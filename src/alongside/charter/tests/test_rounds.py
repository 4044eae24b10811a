"""A champion opens a round and closes it; it stays on the words with which it began."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alongside.charter.editions import Changed, Edition
from alongside.charter.errors import NotTheChampion, OpenAlready, TooSoon
from alongside.charter.framework import Audience
from alongside.charter.frameworks import found
from alongside.charter.models import Link, Review, TookPart
from alongside.journal.models import Event
from alongside.people.demo import Netherby
from alongside.people.viewer import NOBODY, Viewer

from .conftest import HandIn

DAY = timedelta(days=1)
LATER = timedelta(days=40)


def test_farah_opens_a_round_with_a_link_for_each_side(review: Review, netherby: Netherby) -> None:
    assert (review.reference, review.number) == ("C-2026-001", 1)
    assert str(review) == "The four cornerstones, round 1"
    assert {link.audience for link in review.links.all()} == {side.value for side in Audience}
    assert len({link.token for link in review.links.all()}) == 3
    assert Event.objects.filter(what="review.opened", about_id=review.pk).exists()


@pytest.mark.parametrize("who", ["asha", "ben", "jo", "ines", "dev", "priya"])
def test_nobody_else_opens_one_there(netherby: Netherby, edition: Edition, now: datetime, who: str) -> None:
    with pytest.raises(NotTheChampion):
        Review.open(netherby.school, edition, netherby.people[who], now)
    with pytest.raises(NotTheChampion):
        Review.open(netherby.centre, edition, netherby.farah, now)


def test_a_form_sent_twice_opens_one_round(netherby: Netherby, edition: Edition, now: datetime) -> None:
    key = uuid.uuid4()
    first = Review.open(netherby.school, edition, netherby.farah, now, key)
    assert Review.open(netherby.school, edition, netherby.farah, now, key) == first
    assert Review.objects.count() == 1


def test_one_round_at_a_time_and_the_next_is_numbered(
    review: Review, netherby: Netherby, edition: Edition, now: datetime
) -> None:
    with pytest.raises(OpenAlready):
        Review.open(netherby.school, edition, netherby.farah, now)
    review.close(netherby.farah, now + LATER)
    assert Review.open(netherby.school, edition, netherby.farah, now + LATER).number == 2


def test_two_frameworks_may_run_side_by_side(review: Review, netherby: Netherby, now: datetime) -> None:
    workshop = Edition.of(found()["workshop", "2026-11"])
    assert Review.open(netherby.school, workshop, netherby.farah, now).number == 1


def test_only_the_champion_closes_it_and_twice_is_once(
    review: Review, netherby: Netherby, now: datetime
) -> None:
    with pytest.raises(NotTheChampion):
        review.close(netherby.jo, now)
    TookPart.objects.create(review=review, person=netherby.farah)
    first = review.close(netherby.farah, now)
    assert review.close(netherby.farah, now + LATER) == first
    assert review.is_closed
    assert Event.objects.filter(what="review.closed").count() == 1
    assert not TookPart.objects.exists()


def test_a_round_stays_on_its_words(review: Review) -> None:
    now = found()["cornerstones", "2026-11"]
    later = replace(
        now,
        framework=replace(now.framework, version="2027-01", name="The four cornerstones, again"),
        text=now.text.replace('"2026-11"', '"2027-01"').replace(
            'name = "The four cornerstones"', 'name = "The four cornerstones, again"'
        ),
    )
    assert Edition.of(later).framework.name == "The four cornerstones, again"
    review.refresh_from_db()
    assert review.framework == now.framework


def test_a_changed_word_needs_a_new_version(edition: Edition) -> None:
    now = found()["cornerstones", "2026-11"]
    with pytest.raises(Changed, match="Give it a new version"):
        Edition.of(replace(now, framework=replace(now.framework, says="Something else.")))


def test_an_open_round_is_for_those_who_work_there_and_a_closed_one_for_everybody(
    review: Review, netherby: Netherby, now: datetime
) -> None:
    def sees(who: str) -> bool:
        viewer = Viewer(netherby.people[who]) if who else NOBODY
        return Review.objects.visible_to(viewer).filter(pk=review.pk).exists()

    assert [who for who in ("", *netherby.people) if sees(who)] == ["farah", "ines", "jo"]
    review.close(netherby.farah, now)
    assert all(sees(who) for who in ("", *netherby.people))


def test_a_link_is_found_however_it_is_typed(review: Review) -> None:
    link = review.links.get(audience=Audience.FAMILIES)
    assert Link.behind(f" {link.token.upper()} ") == link
    assert Link.behind("nonsense") is None
    assert Link.behind("") is None


def test_much_the_same_people_are_not_asked_again_so_soon(
    review: Review, netherby: Netherby, edition: Edition, answer: HandIn, now: datetime
) -> None:
    """What changed between two rounds of the same month would be what the last one to come said."""
    answer(9, Audience.FAMILIES, heard="mostly")
    review.close(netherby.farah, now)
    with pytest.raises(TooSoon, match="from Monday 11 May 2026 on"):
        Review.open(netherby.school, edition, netherby.farah, now + 59 * DAY)
    assert Review.open(netherby.school, edition, netherby.farah, now + 60 * DAY).number == 2


def test_a_round_in_which_nothing_is_shown_hides_no_other(
    review: Review, netherby: Netherby, edition: Edition, answer: HandIn, now: datetime
) -> None:
    answer(12, Audience.FAMILIES, heard="mostly")
    answer(12, Audience.FAMILIES, heard="not-yet")
    review.close(netherby.farah, now)
    empty = Review.open(netherby.school, edition, netherby.farah, now + 90 * DAY)
    empty.close(netherby.farah, now + 91 * DAY)
    third = Review.open(netherby.school, edition, netherby.farah, now + 92 * DAY)
    assert third.before() == review
