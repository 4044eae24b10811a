from __future__ import annotations

from alongside.groups.balance import balance
from alongside.groups.waiting import waiting_decisions


def test_a_speaker_sees_what_waits_for_their_partner(decision, seat, asha, ben, now):
    assert waiting_decisions(asha, now)[0].sentence == "Nobody has agreed yet. 7 days left to take it in."
    decision.agree(seat(ben), decision.wording.pk, now)

    (found,) = waiting_decisions(asha, now)

    assert found.sentence == "Services agreed. 7 days left to take it in."
    assert (found.title, found.for_partner) == ("Letters that come in time", "Families")
    assert not waiting_decisions(ben, now)


def test_a_member_sees_where_they_have_not_said_where_they_stand(decision, seat, ellis, now):
    assert waiting_decisions(ellis, now)[0].sentence.startswith("Say where you stand.")
    decision.stand(seat(ellis), "agree", "", now)
    assert not waiting_decisions(ellis, now)


def test_an_objection_is_said(decision, seat, ellis, asha, now):
    decision.object(seat(ellis), decision.wording.pk, "No.", "Yes.", now)
    assert waiting_decisions(asha, now)[0].sentence == "Nobody has agreed yet. An objection stands."


def test_nothing_waits_for_those_who_watch_or_are_elsewhere(decision, jo, dev, now):
    assert not waiting_decisions(jo, now)
    assert not waiting_decisions(dev, now)


def test_what_is_decided_waits_for_nobody(take, asha, cara, then):
    take()
    assert not waiting_decisions(asha, then)
    assert not waiting_decisions(cara, then)


def test_it_asks_as_little_for_ten_as_for_one(
    decision, group, seat, cara, asha, now, django_assert_num_queries
):
    from alongside.groups.models import Decision

    for number in range(9):
        Decision.open(group, seat(cara), f"Number {number}", "welcome", [], "Words", now)
    with django_assert_num_queries(9):
        assert len(waiting_decisions(asha, now)) == 10


def test_balance_says_who_makes_it_happen(decision, group, seat, ellis, ben, now):
    decision.object(seat(ellis), decision.wording.pk, "No.", "Yes.", now)
    decision.word(seat(ben), "Two weeks.", now)
    families, services = balance(group)
    assert (families.seats, families.paid, families.unpaid) == (4, 0, 4)
    assert (services.seats, services.paid, services.unpaid) == (4, 4, 0)
    assert (families.decisions_opened, families.wordings_written, families.objections) == (1, 1, 1)
    assert (services.decisions_opened, services.wordings_written, services.objections) == (0, 1, 0)
