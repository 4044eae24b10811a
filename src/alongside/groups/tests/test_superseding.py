from __future__ import annotations

import uuid

import pytest

from alongside.groups.errors import AlreadyReplaced, OnlyWatching, StillInDiscussion
from alongside.groups.models import Decision


def anew(group, seat, old, at, **more):
    return Decision.open(
        group, seat, "Letters, again", "communicate", [], "Two weeks.", at, supersedes=old, **more
    )


def test_a_later_decision_takes_its_place_once_it_is_decided(take, group, seat, cara, asha, ben, then):
    old = take()
    new = anew(group, seat(cara), old, then)
    assert old.replaced_by is None

    for person in (asha, ben):
        new.agree(seat(person), new.wording.pk, new.digested_at())

    assert old.replaced_by == new
    assert old.outcome  # the old outcome stays what it was


def test_what_is_still_in_discussion_is_not_replaced(decision, group, seat, cara, now):
    with pytest.raises(StillInDiscussion):
        anew(group, seat(cara), decision, now)


def test_one_takes_its_place_and_not_two(take, group, seat, cara, then):
    old = take()
    anew(group, seat(cara), old, then)
    with pytest.raises(AlreadyReplaced):
        anew(group, seat(cara), old, then)


def test_the_same_form_opens_it_once(group, seat, cara, now):
    key = uuid.uuid4()
    assert anew(group, seat(cara), None, now, key=key) == anew(group, seat(cara), None, now, key=key)
    assert Decision.objects.get().reference == "D-2026-001"


def test_an_observer_opens_nothing(group, seat, jo, now):
    with pytest.raises(OnlyWatching):
        anew(group, seat(jo), None, now)
