"""What ``verify`` finds. Each fault is planted behind the verbs' back, in rows, or in rows and history."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from alongside.groups.demo import objection_stands, one_agreed, taken_with_dissent
from alongside.groups.handover import hand_over
from alongside.groups.models import (
    Agreement,
    Handover,
    Objection,
    ObjectionWithdrawn,
    Seat,
    Stand,
    Taken,
    Wording,
)
from alongside.groups.verify import faults
from alongside.journal.models import Event, record, shred


@pytest.fixture
def forge(group, then):
    """Write a line of history that no verb wrote."""

    def event(what, about, at=None):
        with transaction.atomic():
            record(what, area_id=group.area_id, about=about, at=at or then)

    return event


@pytest.fixture
def take_by_hand(decision, forge, then):
    """Write that it is taken, row and history, without asking anybody."""

    def taken(wording=None, at=None):
        Taken.objects.create(
            decision=decision, wording=wording or decision.wording, at=at or then, review_on=then
        )
        forge("decision.taken", decision, at)

    return taken


def said():
    return "\n".join(faults())


def test_a_whole_history_has_no_faults(netherby, group, now, cara, seat):
    start = now - timedelta(days=100)
    for stage in (one_agreed, objection_stands, taken_with_dissent):
        stage(netherby, group, start)
    hand_over(seat(cara), netherby.gwen, cara, now)
    assert said() == ""


def test_a_decision_that_nobody_agreed_to(decision, take_by_hand):
    take_by_hand()
    assert "it was taken without the agreement of every needed partner" in said()


def test_a_row_without_a_history(decision, then):
    Taken.objects.create(decision=decision, wording=decision.wording, at=then, review_on=then)
    assert "it is taken, but history does not say when" in said()


def test_an_agreement_without_a_history(decision, seat, asha, ben, then):
    decision.agree(seat(ben), decision.wording.pk, then)
    Agreement.objects.create(wording=decision.wording, partner=seat(asha).partner, seat=seat(asha), at=then)
    assert "history has no “agreement.given”" in said()


def test_an_agreement_by_somebody_who_does_not_speak(decision, seat, cara, ben, then, forge, take_by_hand):
    decision.agree(seat(ben), decision.wording.pk, then)
    row = Agreement.objects.create(
        wording=decision.wording, partner=seat(cara).partner, seat=seat(cara), at=then
    )
    forge("agreement.given", row)
    take_by_hand()
    assert "“agreement.given” came from a seat that could not do that then" in said()


def test_a_member_made_speaker_afterwards(decision, seat, cara, owen, then, forge):
    Seat.objects.filter(person=cara).update(part=Seat.Part.DEPUTY)
    row = Agreement.objects.create(
        wording=decision.wording, partner=seat(cara).partner, seat=seat(cara), at=then
    )
    forge("agreement.given", row)
    assert "nobody gave the seat" in said()
    assert "could not do that then" in said()


def test_an_agreement_taken_for_another_partner(decision, seat, asha, ben, then, forge, take_by_hand):
    decision.agree(seat(ben), decision.wording.pk, then)
    row = Agreement.objects.create(
        wording=decision.wording, partner=seat(asha).partner, seat=seat(ben), at=then
    )
    forge("agreement.given", row)
    take_by_hand()
    assert "came from a seat of another partner" in said()


def test_an_agreement_from_a_seat_that_was_handed_over(decision, seat, asha, gwen, then, forge):
    old = seat(asha)
    hand_over(old, gwen, asha, then)
    row = Agreement.objects.create(wording=decision.wording, partner=old.partner, seat=old, at=then)
    forge("agreement.given", row)
    assert "could not do that then" in said()


def test_the_wrong_wording(decision, seat, asha, ben, cara, then, take_by_hand):
    old = decision.wording
    new = decision.word(seat(cara), "Two weeks.", then - timedelta(days=30))
    take_by_hand(wording=old)
    for person in (asha, ben):
        assert decision.is_taken, person
    assert "taken in a wording that was not the current one" in said()
    assert new == decision.wording


def test_an_agreement_to_an_old_wording(decision, seat, asha, cara, then, forge):
    old = decision.wording
    decision.word(seat(cara), "Two weeks.", then)
    row = Agreement.objects.create(wording=old, partner=seat(asha).partner, seat=seat(asha), at=then)
    forge("agreement.given", row)
    assert "was about a wording that was not the current one" in said()


@pytest.fixture
def objected(decision, seat, cara, asha, ben, then):
    objection = decision.object(seat(cara), decision.wording.pk, "No.", "Yes.", then)
    for person in (asha, ben):
        decision.agree(seat(person), decision.wording.pk, then)
    return objection


def test_a_standing_objection(decision, objected, take_by_hand):
    take_by_hand()
    assert "it was taken while an objection stood" in said()


def test_an_objection_that_was_made_to_vanish(decision, objected, take_by_hand):
    take_by_hand()
    Objection.objects.all().delete()
    assert "history has “objection.made”, but the row" in said()


def test_an_objection_taken_back_behind_its_owners_back(decision, objected, seat, cara, then, take_by_hand):
    ObjectionWithdrawn.objects.create(objection=objected, seat=seat(cara), at=then)
    take_by_hand()
    assert "history has no “objection.withdrawn”" in said()
    assert "it was taken while an objection stood" in said()


def test_an_objection_taken_back_by_another(decision, objected, seat, asha, then, forge):
    row = ObjectionWithdrawn.objects.create(objection=objected, seat=seat(asha), at=then)
    forge("objection.withdrawn", row)
    assert "was taken back by somebody who did not make it" in said()


def test_an_objection_given_away_by_another(objected, seat, asha, cara, gwen, then, forge):
    begun = hand_over(seat(cara), gwen, asha, then)
    row = ObjectionWithdrawn.objects.create(objection=objected, seat=begun, at=then)
    forge("objection.withdrawn", row)
    assert "was taken back by somebody who did not make it" in said()
    Handover.objects.update(by=cara)  # as if Cara had done it
    assert "history tells otherwise who passed on seat" in said()
    assert "was taken back by somebody who did not make it" in said()


def test_an_objection_taken_back_by_whom_its_owner_chose(objected, seat, cara, gwen, then):
    objected.withdraw(hand_over(seat(cara), gwen, cara, then), then)
    assert said() == ""


def test_too_early_and_not_urgent(decision, seat, asha, ben, now, take_by_hand):
    for person in (asha, ben):
        decision.agree(seat(person), decision.wording.pk, now)
    take_by_hand(at=now)
    assert "before people had had time to take it in" in said()


def test_a_group_whose_days_were_made_fewer(group, decision):
    group.digest_days = 0
    group.save()
    assert "are not what it was founded with" in said()


def test_a_partner_whose_yes_is_needed_no_more(group, decision):
    group.partners.filter(kind="service").update(needed=False)
    assert "are not what it was founded with" in said()


def test_words_changed_after_it_was_taken(take):
    decision = take()
    decision.wording.text.rewrite("Something else.", why="", at=decision.outcome.at)
    assert "the words of its first wording were changed" in said()


def test_something_said_after_it_was_taken(take, seat, cara, then, forge):
    decision = take()
    row = Objection.objects.create(
        wording=decision.wording, seat=seat(cara), reason="No", acceptable_if="Yes", at=then
    )
    forge("objection.made", row)
    assert "“objection.made” was written after it was taken" in said()


def test_taken_twice_and_a_changed_time(take, forge, then):
    decision = take()
    forge("decision.taken", decision)
    Taken.objects.update(at=then + timedelta(days=1))
    assert "it was taken twice" in said()
    assert "the time at which it was taken was changed" in said()


def test_a_taken_row_that_is_gone(take):
    take()
    Taken.objects.all().delete()
    assert "a decision was taken, and the row that says so is gone" in said()
    assert "ought to" not in said()


def test_what_ought_to_have_been_taken(decision, seat, asha, ben, then, forge):
    decision.agree(seat(ben), decision.wording.pk, then)
    row = Agreement.objects.create(
        wording=decision.wording, partner=seat(asha).partner, seat=seat(asha), at=then
    )
    forge("agreement.given", row)
    assert "it ought to have been taken" in said()


def test_a_wording_whose_time_was_changed(decision, then):
    Wording.objects.update(at=then - timedelta(days=90))
    assert "the time of “wording.written” was changed" in said()


def test_a_stand_of_somebody_without_a_seat(decision, seat, jo, then, forge):
    row = Stand.objects.create(wording=decision.wording, seat=seat(jo), how="agree", at=then)
    forge("stand.said", row)
    assert "“stand.said” came from a seat that could not do that then" in said()


def test_it_agrees_when_the_personal_detail_is_shredded(take, cara, asha):
    take()
    shred(by_id=asha.pk)
    shred(by_id=cara.pk)
    assert said() == ""
    assert Event.objects.filter(detail=None).exists()
