from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from alongside.groups.clock import DUTIES
from alongside.groups.handover import hand_over
from alongside.groups.models import Decision
from alongside.messages.models import Gone, Message


@pytest.fixture
def now():
    """Today: what is said about the past has gone already."""
    return timezone.now()


def told(kind):
    return sorted(str(message.person) for message in Message.objects.filter(kind=kind))


def test_those_who_speak_hear_of_a_new_decision(decision):
    assert told("decision-opened") == ["Asha", "Ben", "Farah", "Owen"]


def test_the_partner_that_is_waited_for_is_told_once(decision, seat, ben, now):
    decision.agree(seat(ben), decision.wording.pk, now)
    decision.agree(seat(ben), decision.wording.pk, now)
    assert told("agreement-given") == ["Asha", "Owen"]
    message = Message.objects.filter(kind="agreement-given").first()
    assert message.subject == "Letters that come in time"
    assert message.body.startswith("Services agreed to this wording. It waits for your partner’s yes")


def test_the_words_of_an_objection_stay_behind_the_door(decision, seat, cara, now):
    decision.object(seat(cara), decision.wording.pk, "My own story", "Something else", now)
    assert told("objection-made") == ["Asha", "Ben", "Farah", "Owen"]
    assert not Message.objects.filter(body__contains="My own story").exists()


def test_a_new_wording_makes_the_old_news_needless(decision, seat, ben, cara, now):
    decision.agree(seat(ben), decision.wording.pk, now)
    decision.word(seat(cara), "Two weeks.", now)
    waiting = Message.objects.filter(kind="agreement-given")
    assert {message.gone.how for message in waiting} == {Gone.How.CANCELLED}
    assert told("wording-written") == ["Asha", "Ben", "Farah", "Owen"]


def test_everybody_hears_that_it_is_decided(take):
    take()
    assert len(told("decision-taken")) == 9
    assert told("decision-taken").count("Jo") == 1


def test_the_clock_decides_what_only_waited_for_time(decision, seat, asha, ben, now, then):
    for person in (asha, ben):
        decision.agree(seat(person), decision.wording.pk, now)
    settle, _ = DUTIES
    assert (settle(now), settle(then), settle(then)) == (0, 1, 0)
    decision.refresh_from_db()
    assert decision.outcome.at == then


def test_the_clock_says_once_that_it_is_time_to_review(take, then):
    take()
    _, review = DUTIES
    day = then + timedelta(days=365)
    assert [review(day - timedelta(days=1)), review(day), review(day)] == [0, 1, 0]
    assert told("decision-review") == ["Asha", "Ben", "Farah", "Owen"]


def test_a_clock_that_stood_still_says_it_later_and_once(take, seat, group, dev, asha, then):
    take()
    _, review = DUTIES
    day = then + timedelta(days=370)
    assert review(day) == 1
    hand_over(seat(asha), dev, asha, day)
    assert review(day + timedelta(days=1)) == 0


def test_only_a_decision_that_took_its_place_makes_the_review_needless(take, group, seat, asha, ben, then):
    old, (_, review) = take(), DUTIES
    day = then + timedelta(days=366)
    new = Decision.open(group, seat(ben), "Better letters", "communicate", [], "Words", then, supersedes=old)
    with transaction.atomic():
        assert review(day) == 1
        transaction.set_rollback(True)
    for person in (asha, ben):
        new.agree(seat(person), new.wording.pk, then + timedelta(days=11))
    assert new.is_taken or Decision.objects.get(pk=new.pk).is_taken
    assert review(day) == 0
