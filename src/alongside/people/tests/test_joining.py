"""Belonging to a forum: from one day until another, once at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.journal.models import Detail, Event
from alongside.people.demo import Netherby
from alongside.people.models import Member, Person

DAY = timedelta(days=1)


def test_joining_twice_is_joining_once(netherby: Netherby, ben: Person, jo: Person, now: datetime) -> None:
    first = Member.join(ben, netherby.forum, now, jo, how="at the market", may_contact=True)
    again = Member.join(ben, netherby.forum, now + DAY)
    assert (again, again.how, again.may_contact, again.joined_at) == (first, "at the market", True, now)
    event = Event.objects.get(what="member.joined")
    assert (event.about_id, event.detail.by) == (ben.pk, "Jo")


def test_who_has_left_can_join_again(netherby: Netherby, asha: Person, now: datetime) -> None:
    before = asha.memberships.get()
    before.leave(now)
    before.leave(now + DAY)
    assert before.left_at == now
    assert Event.objects.filter(what="member.left").count() == 1
    assert Member.join(asha, netherby.forum, now + DAY) != before
    assert asha.memberships.count() == 2


def test_who_is_forgotten_leaves_no_forum_in_the_journal(
    netherby: Netherby, ben: Person, now: datetime
) -> None:
    Member.join(ben, netherby.forum, now)
    ben.blank(now + DAY)
    assert not Detail.objects.filter(event__what="member.joined").exists()
    assert ben.memberships.get().left_at == now + DAY
