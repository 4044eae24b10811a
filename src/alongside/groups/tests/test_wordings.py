from __future__ import annotations

import uuid

import pytest

from alongside.groups.errors import NotThisWording
from alongside.groups.models import Wording


def test_a_new_wording_starts_with_no_agreements(decision, seat, asha, ben, cara, then):
    decision.agree(seat(ben), decision.wording.pk, then)
    new = decision.word(seat(cara), "Two weeks before.", then, "Ten days is short.")
    assert (str(new), decision.wording) == ("second wording", new)
    decision.agree(seat(asha), new.pk, decision.digested_at())
    assert not decision.is_taken


def test_the_days_begin_again(decision, seat, cara, then):
    decision.word(seat(cara), "Two weeks before.", then)
    assert decision.conditions(then)[2].how_far == "0 of 10 days"


def test_the_same_words_again_are_no_new_wording(decision, seat, cara, now):
    again = decision.word(seat(cara), f" {decision.wording.text.body}\n", now)
    assert again.number == 1


def test_the_same_form_sent_twice_is_one_wording(decision, seat, cara, asha, now):
    key = uuid.uuid4()
    first = decision.word(seat(cara), "Two weeks before.", now, key=key)
    decision.word(seat(asha), "Three weeks before.", now)
    assert decision.word(seat(cara), "Two weeks before.", now, key=key) == first
    assert Wording.objects.count() == 3


def test_two_who_write_at_once_do_not_write_over_each_other(decision, seat, cara, asha, now):
    old = decision.wording.pk
    decision.word(seat(cara), "Two weeks before.", now, instead_of=old)
    with pytest.raises(NotThisWording):
        decision.word(seat(asha), "Three weeks before.", now, instead_of=old)


def test_papers_give_people_their_days_again(decision, seat, asha, ben, priya, then):
    decision.share_paper(seat(priya), "What it costs", "Nothing.", then)
    for person in (asha, ben):
        decision.agree(seat(person), decision.wording.pk, then)
    assert not decision.is_taken
    assert decision.settle(decision.digested_at())
