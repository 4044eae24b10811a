"""Netherby is a whole place: whom it has, what people told there, and how each of it ended."""

from __future__ import annotations

import pytest
from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.groups.models import Handover, Objection, Seat, Stand, Taken
from alongside.messages.models import Channel
from alongside.people.cornerstones import choices
from alongside.people.models import Area, Member, Organisation, Person
from alongside.promises.models import Promise
from alongside.safety.models import Change
from alongside.voice.models import Asked, Opened, Reply, Story, Withdrawal
from alongside.website.areas import the_only_one
from alongside.website.demo_town import Town
from alongside.website.wall import wall

TOLD: dict[str, Q] = {
    "waits to be read": Q(reading__passed=None, reading__held=None, reading__dropped=None),
    "held back": Q(reading__held__isnull=False, reading__passed=None),
    "a name taken out": Q(reading__in=Change.objects.values("reading")),
    "for everyone to read": Q(publication__isnull=False),
    "for the forum alone": Q(consents=None, reading__passed__isnull=False),
    "filed by the forum": Q(filed__isnull=False),
    "answered from a room": Q(pk__in=Reply.objects.filter(how=Reply.How.ROOM).values("story")),
    "answered by a code": Q(pk__in=Reply.objects.filter(how=Reply.How.CODE).values("story")),
    "answered by letter": Q(pk__in=Reply.objects.filter(how=Reply.How.RECORDED).values("story")),
    "a change that was read": Q(pk__in=Reply.objects.filter(reading__passed__isnull=False).values("story")),
    "a change to be read": Q(
        pk__in=Reply.objects.filter(reading__isnull=False, reading__passed=None).values("story")
    ),
    "taken back as a whole": Q(pk__in=Withdrawal.objects.filter(use="").values("story")),
    "no longer for everyone": Q(pk__in=Withdrawal.objects.filter(use="publish").values("story")),
    "no longer for groups": Q(pk__in=Withdrawal.objects.filter(use="decide").values("story")),
    "its teller looked up": Q(pk__in=Opened.objects.values("story")),
    "with a picture": Q(picture__isnull=False),
    "all good": Q(reading__passed__seriousness=0),
    "serious": Q(reading__passed__seriousness=3),
    "somebody may not be safe": Q(reading__passed__seriousness=4),
    "by a young person": Q(perspective="young-person"),
    "by an adult for themself": Q(perspective="lived-adult"),
    "by family": Q(perspective="family"),
    "by somebody who works there": Q(perspective="practitioner"),
    "with an account": Q(teller__way_back__person__isnull=False),
    "without an account": Q(teller__isnull=False, teller__way_back__person=None),
    "with no way back": Q(teller=None),
    "by a first name": Q(consents__named="first"),
}
"""How a story can stand, and who can have told it."""


def test_a_region_with_two_neighbours(town: Town) -> None:
    n = town.n
    assert set(Area.objects.filter(parent=n.region)) == {n.area, n.elsewhere, n.further}
    assert the_only_one(timezone.localdate()) == n.area


def test_six_organisations_and_somebody_in_each(town: Town) -> None:
    there = Organisation.of(town.n.area)
    assert there.count() == 6
    assert len({one.email for one in there}) == 6
    for one in there.exclude(kind=Organisation.Kind.FORUM):
        assert town.n.works_at(one)


def test_a_forum_of_140(town: Town) -> None:
    members = Member.objects.filter(forum=town.n.forum)
    live = members.filter(left_at=None)
    assert live.count() == 140
    assert members.exclude(left_at=None).exists()
    people = Person.objects.filter(memberships__in=live)
    assert people.filter(email=None, phone__isnull=False).exists()
    assert people.filter(email=None, phone=None).exists()


def test_a_board_of_three_with_a_history(town: Town) -> None:
    board = town.board
    partners = list(board.partners.all())
    assert [(one.name, one.is_lived, one.needed) for one in partners] == [
        ("Families", True, True),
        ("Schools", False, True),
        ("Services", False, True),
    ]
    speakers = board.seats.filter(until=None, part=Seat.Part.SPEAKER)
    assert [str(seat.person) for seat in speakers.order_by("partner__place")] == ["Asha", "Farah", "Ben"]
    taken = Taken.objects.filter(decision__group=board)
    assert taken.count() >= 8
    for one in taken:
        assert one.wording.agreements.count() == 3
    handed = Handover.objects.get(ended__group=board)
    assert [str(seat.person) for seat in (handed.ended, handed.begun)] == ["Bronagh", "Asha"]
    objection = Objection.objects.get(wording__decision__group=board)
    decision = objection.wording.decision
    assert decision.objections == []
    assert (objection.wording.number, decision.outcome.wording.number) == (1, 2)
    assert Stand.objects.filter(wording__taken__decision__group=board, how=Stand.How.CONCERN).exists()


@pytest.mark.parametrize("how", TOLD)
def test_stories_stand_in_every_way(town: Town, how: str) -> None:
    assert stories(town).filter(TOLD[how]).exists()


def test_sixty_stories_over_two_years(town: Town) -> None:
    found = stories(town)
    assert found.count() >= 60
    assert Organisation.of(town.n.area).filter(pk__in=found.values("organisation")).count() == 6
    days = found.values_list("told_on", flat=True)
    assert (max(days) - min(days)).days > 600
    channels = set(found.values_list("teller__way_back__channel", flat=True)) - {None}
    assert channels == set(Channel.values)


def test_silence_is_there_and_most_who_were_asked_have_answered(town: Town) -> None:
    silent = Asked.objects.silent(timezone.now()).count()
    assert 0 < silent < Asked.objects.count() / 3


def test_promises_of_each_service(town: Town) -> None:
    promises = Promise.objects.all()
    assert promises.count() >= 25
    services = Organisation.of(town.n.area).exclude(kind=Organisation.Kind.FORUM)
    assert set(promises.values_list("organisation", flat=True)) == {one.pk for one in services}
    assert len(set(promises.values_list("title", flat=True))) == promises.count()
    assert set(promises.values_list("cornerstone", flat=True)) == set(dict(choices()))


def test_each_stone_is_counted(town: Town) -> None:
    there = wall(town.n.area, timezone.now())
    assert there.helped == len(there.stones) >= 12


def stories(town: Town) -> QuerySet[Story]:
    """Everything that was told here."""
    return Story.objects.filter(area=town.n.area)
