from __future__ import annotations

import pytest

from alongside.groups.errors import NotYourPart


def both(decision, seat, people, at):
    for person in people:
        decision.agree(seat(person), decision.wording.pk, at)


def test_it_is_urgent_only_when_every_partner_says_so(decision, seat, asha, ben, now):
    both(decision, seat, (asha, ben), now)
    decision.urge(seat(ben), decision.wording.pk, "The clinic moves on Monday.", now)
    assert not decision.is_urgent()
    assert not decision.is_taken

    decision.urge(seat(asha), decision.wording.pk, "Yes, families need to know.", now)

    assert decision.is_taken
    assert decision.conditions(now)[2].how_far == "Every partner’s speaker said that this one cannot wait"


def test_a_member_cannot_make_it_urgent(decision, seat, cara, now):
    with pytest.raises(NotYourPart):
        decision.urge(seat(cara), decision.wording.pk, "Now", now)


def test_a_new_wording_is_not_urgent_by_itself(decision, seat, asha, ben, cara, now):
    for person in (asha, ben):
        decision.urge(seat(person), decision.wording.pk, "Now", now)
    decision.word(seat(cara), "Two weeks.", now)
    both(decision, seat, (asha, ben), now)
    assert not decision.is_taken


def test_saying_it_twice_is_once(decision, seat, ben, farah, now):
    first = decision.urge(seat(ben), decision.wording.pk, "Now", now)
    assert decision.urge(seat(farah), decision.wording.pk, "Now please", now) == first
