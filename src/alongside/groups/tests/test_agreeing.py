from __future__ import annotations

import pytest

from alongside.groups.errors import AlreadyTaken, NotSeated, NotThisWording, NotYourPart, OnlyWatching
from alongside.groups.models import Agreement, Taken


def test_it_is_decided_when_both_speakers_agreed_and_the_days_are_over(decision, seat, asha, ben, then):
    decision.agree(seat(ben), decision.wording.pk, then)
    assert not decision.is_taken

    decision.agree(seat(asha), decision.wording.pk, then)

    assert decision.outcome.wording == decision.wording
    assert decision.outcome.at == then
    assert decision.outcome.review_on.isoformat() == "2027-03-20"


def test_it_waits_while_people_take_it_in(decision, seat, asha, ben, now, then):
    for person in (asha, ben):
        decision.agree(seat(person), decision.wording.pk, now)
    assert not decision.is_taken
    assert [condition.met for condition in decision.conditions(now)] == [True, True, False]
    assert decision.conditions(now)[2].how_far == "3 of 10 days"

    assert decision.settle(then)
    assert decision.is_taken


def test_the_same_agreement_twice_is_one(decision, seat, ben, now):
    first = decision.agree(seat(ben), decision.wording.pk, now)
    assert decision.agree(seat(ben), decision.wording.pk, now) == first
    assert Agreement.objects.count() == 1


def test_agreeing_again_after_it_is_decided_is_no_error(take, seat, asha, then):
    decision = take()
    decision.agree(seat(asha), decision.wording.pk, then)
    assert Agreement.objects.count() == 2


def test_speaker_and_deputy_give_one_yes(decision, seat, asha, owen, now):
    first = decision.agree(seat(owen), decision.wording.pk, now)
    assert decision.agree(seat(asha), decision.wording.pk, now) == first


def test_two_yeses_of_one_side_decide_nothing(decision, seat, asha, owen, then):
    for person in (asha, owen):
        decision.agree(seat(person), decision.wording.pk, then)
    assert not decision.is_taken
    assert decision.conditions(then)[0].how_far == "1 of 2: families"


def test_a_member_cannot_give_the_yes(decision, seat, cara, now):
    with pytest.raises(NotYourPart, match="Only the speaker or deputy"):
        decision.agree(seat(cara), decision.wording.pk, now)


def test_an_observer_only_watches(decision, seat, jo, now):
    with pytest.raises(OnlyWatching):
        decision.agree(seat(jo), decision.wording.pk, now)


def test_a_seat_made_up_by_hand_has_no_power(decision, seat, cara, now):
    forged = seat(cara)
    forged.part = "speaker"
    with pytest.raises(NotYourPart):
        decision.agree(forged, decision.wording.pk, now)


def test_a_seat_that_has_ended_has_no_power(decision, seat, ben, priya, now):
    from alongside.groups.handover import hand_over

    old = seat(ben)
    hand_over(old, priya, ben, now)
    with pytest.raises(NotSeated):
        decision.agree(old, decision.wording.pk, now)


def test_nobody_agrees_to_a_wording_of_yesterday(decision, seat, ben, cara, now):
    old = decision.wording
    decision.word(seat(cara), "Letters are sent two weeks before.", now)
    with pytest.raises(NotThisWording, match="has changed since you opened the page"):
        decision.agree(seat(ben), old.pk, now)


def test_a_stale_instance_decides_nothing(decision, seat, asha, ben, cara, then):
    from alongside.groups.models import Decision

    stale = Decision.objects.whole().get(pk=decision.pk)
    old = stale.wording
    decision.agree(seat(ben), old.pk, then)
    decision.object(seat(cara), old.pk, "Too late for some.", "Twelve days.", then)

    stale.agree(seat(asha), old.pk, then)

    assert not stale.is_taken
    assert not Taken.objects.exists()


def test_after_it_is_decided_nothing_more_is_said(take, seat, cara, ben, then):
    decision = take()
    wording = decision.wording.pk
    for late in (
        lambda: decision.word(seat(cara), "Something else", then),
        lambda: decision.stand(seat(cara), "aside", "", then),
        lambda: decision.object(seat(cara), wording, "No", "Yes", then),
        lambda: decision.share_paper(seat(cara), "A paper", "Words", then),
        lambda: decision.urge(seat(ben), wording, "Now", then),
    ):
        with pytest.raises(AlreadyTaken):
            late()


def test_settling_again_changes_nothing(take, then):
    decision = take()
    assert decision.settle(then) == decision.outcome
    assert Taken.objects.count() == 1
