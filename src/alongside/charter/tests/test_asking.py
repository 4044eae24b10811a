"""People are asked and reminded through messages, each in their own way; nobody is named who has answered."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.charter.answers import Filled, hand_in
from alongside.charter.asking import pass_on
from alongside.charter.editions import Edition
from alongside.charter.errors import NotForMembers, NotYoursToGive, RoundOver
from alongside.charter.framework import Audience
from alongside.charter.models import Link, Review
from alongside.charter.reminding import remind
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Member, Role

DAY = timedelta(days=1)


@pytest.fixture
def families(review: Review) -> Link:
    return review.links.get(audience=Audience.FAMILIES)


def told(kind: str) -> list[str]:
    """Who has got such a message."""
    found = Message.objects.filter(key__startswith=f"review-{kind}:").select_related("person")
    return sorted(str(message.person) for message in found)


def test_jo_asks_the_members_who_may_be_asked(families: Link, netherby: Netherby, now: datetime) -> None:
    Member.objects.filter(person=netherby.cara).update(may_contact=False)
    Member.objects.filter(person=netherby.owen).update(left_at=now)
    pass_on(families, netherby.jo, now)
    pass_on(families, netherby.jo, now)
    assert told("asked") == ["Asha", "Gwen", "Jo"]
    asked = Message.objects.filter(key__startswith="review-asked:")
    assert all(f"/answer/{families.token}/" in message.body for message in asked)


def test_nobody_who_works_there_asks_families(families: Link, netherby: Netherby, now: datetime) -> None:
    for who in (netherby.farah, netherby.ines, netherby.dev):
        with pytest.raises(NotYoursToGive):
            pass_on(families, who, now)
    assert told("asked") == []


def test_nobody_is_asked_when_it_is_over(families: Link, netherby: Netherby, now: datetime) -> None:
    families.review.close(netherby.farah, now)
    with pytest.raises(RoundOver):
        pass_on(families, netherby.jo, now)


def test_three_days_before_the_end_those_who_were_asked_hear_of_it_once(
    review: Review, families: Link, netherby: Netherby, now: datetime
) -> None:
    pass_on(families, netherby.jo, now)
    assert remind(now + 17 * DAY) == 0
    assert remind(now + 18 * DAY) == 6
    assert remind(now + 19 * DAY) == 0
    assert told("remember") == ["Asha", "Cara", "Gwen", "Jo", "Owen"]
    assert told("staff") == ["Farah"]


def test_nobody_is_asked_and_reminded_at_once(families: Link, netherby: Netherby, now: datetime) -> None:
    pass_on(families, netherby.jo, now + 17 * DAY)
    remind(now + 18 * DAY)
    assert told("remember") == []


def test_staff_who_have_answered_are_not_reminded(review: Review, netherby: Netherby, now: datetime) -> None:
    helen = netherby.people["asha"]
    Role.objects.create(person=helen, name=Role.Name.STAFF, organisation=netherby.school, since=now)
    hand_in(review, Audience.STAFF, Filled({"heard": "always"}), now, by=netherby.farah)
    remind(now + 18 * DAY)
    assert told("staff") == ["Asha"]


def test_the_champion_hears_that_it_can_be_closed(review: Review, netherby: Netherby, now: datetime) -> None:
    assert remind(now + 22 * DAY) == 1
    assert remind(now + 23 * DAY) == 0
    assert told("close") == ["Farah"]
    review.close(netherby.farah, now + 23 * DAY)
    assert remind(now + 60 * DAY) == 0


def test_only_the_families_open_link_goes_to_the_members(
    review: Review, netherby: Netherby, edition: Edition, now: datetime
) -> None:
    with pytest.raises(NotForMembers):
        pass_on(review.links.get(audience=Audience.STAFF), netherby.jo, now)
    review.close(netherby.farah, now)
    coded = Review.open(netherby.school, edition, netherby.farah, now, with_codes=True)
    with pytest.raises(NotForMembers):
        pass_on(coded.links.get(audience=Audience.FAMILIES), netherby.jo, now)
    assert told("asked") == []


def test_staff_and_the_forum_hear_that_a_round_has_opened(review: Review) -> None:
    assert told("opened") == ["Farah"]
    assert told("runs") == ["Jo"]
    to_staff = Message.objects.get(key__startswith="review-opened:")
    assert review.links.get(audience=Audience.STAFF).token in to_staff.body
    assert "If you have answered already" not in to_staff.body
