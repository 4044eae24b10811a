from __future__ import annotations

import uuid

import pytest

from alongside.groups.errors import NeedsWords, NotThisWording, NotYourObjection
from alongside.groups.handover import hand_over
from alongside.groups.models import Objection, ObjectionWithdrawn


@pytest.fixture
def objection(decision, seat, cara, now):
    return decision.object(seat(cara), decision.wording.pk, "Ten days is short.", "Two weeks would do.", now)


def agree(decision, seat, people, at):
    for person in people:
        decision.agree(seat(person), decision.wording.pk, at)


def test_while_an_objection_stands_nothing_is_decided(decision, objection, seat, asha, ben, then):
    agree(decision, seat, (asha, ben), then)
    assert not decision.is_taken
    assert decision.conditions(then)[1].how_far == "1 stands: Cara’s"
    assert decision.settle(then) is None


def test_taking_it_back_decides_if_nothing_else_was_missing(decision, objection, seat, asha, ben, cara, then):
    agree(decision, seat, (asha, ben), then)
    objection.withdraw(seat(cara), then)
    decision.refresh_from_db()
    assert decision.is_taken


def test_taking_it_back_twice_is_once(objection, seat, cara, now):
    assert objection.withdraw(seat(cara), now) == objection.withdraw(seat(cara), now)
    assert ObjectionWithdrawn.objects.count() == 1


def test_nobody_takes_back_what_another_said(objection, seat, asha, now):
    with pytest.raises(NotYourObjection, match="Only the person who objects"):
        objection.withdraw(seat(asha), now)


def test_whoever_takes_over_the_seat_takes_over_the_objection(objection, seat, cara, gwen, now):
    hand_over(seat(cara), gwen, cara, now)
    objection.withdraw(seat(gwen), now)
    assert not Objection.objects.get().stands


@pytest.mark.parametrize("to", ["gwen", "owen"])
def test_nobody_gives_away_anothers_objection(decision, objection, netherby, seat, asha, ben, cara, to, then):
    """Asha may pass Cara's seat on, to somebody new or to Owen; what Cara said stays Cara's."""
    agree(decision, seat, (asha, ben), then)
    hand_over(seat(cara), netherby.people[to], asha, then)
    hand_over(seat(netherby.people[to]), netherby.hal, netherby.people[to], then, perspective="parent-carer")
    for person in (asha, netherby.hal):
        with pytest.raises(NotYourObjection):
            objection.withdraw(seat(person), then)
    assert not decision.is_taken


def test_a_new_wording_ends_it(decision, objection, seat, asha, ben, cara, then):
    decision.word(seat(asha), "Letters are sent two weeks before.", then, "Cara is right.")
    later = decision.digested_at()
    assert not decision.objections
    with pytest.raises(NotThisWording):
        objection.withdraw(seat(cara), later)
    agree(decision, seat, (asha, ben), later)
    assert decision.is_taken


def test_the_same_form_sent_twice_objects_once(decision, seat, cara, now):
    key, wording = uuid.uuid4(), decision.wording.pk
    first = decision.object(seat(cara), wording, "Too short.", "Two weeks.", now, key=key)
    decision.word(seat(cara), "Two weeks.", now)
    assert decision.object(seat(cara), wording, "Too short.", "Two weeks.", now, key=key) == first
    assert Objection.objects.count() == 1


def test_an_objection_says_why(decision, seat, cara, now):
    with pytest.raises(NeedsWords):
        decision.object(seat(cara), decision.wording.pk, "  ", "Two weeks.", now)
    assert not Objection.objects.exists()
