"""Evidence is shown as long as its teller allows it: that is asked again each time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.charter.models import Evidence
from alongside.charter.offered import Kind
from alongside.charter.picking import pick
from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.voice.models import Reply, Story

from .evidence_at import there, told


@pytest.fixture
def story(netherby: Netherby, now: datetime) -> Story:
    return told(netherby, now, answer="We ring every Tuesday now.")


@pytest.fixture
def picked(netherby: Netherby, story: Story, now: datetime) -> Evidence:
    return pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)


def stands(row: Evidence, at: datetime) -> bool:
    return Evidence.objects.with_standing(day_of(at)).get(pk=row.pk).stands


def test_consent_is_asked_again_at_each_look(
    netherby: Netherby, story: Story, picked: Evidence, now: datetime
) -> None:
    reply = pick(there(netherby), (Kind.REPLY, Reply.objects.get().pk), netherby.farah, now)
    assert (stands(picked, now), stands(reply, now)) == (True, True)
    assert not stands(picked, now + timedelta(days=731))
    taken_back = story.take_back("train", now)
    assert (stands(picked, now), stands(reply, now)) == (False, False)
    assert taken_back is not None
    assert taken_back.cannot_recall == [
        "Beck Lane Primary shows it for its charter: When we say something, somebody listens and takes it "
        "seriously., March 2026"
    ]


def test_what_only_the_service_may_read_needs_that_word_too(
    story: Story, picked: Evidence, now: datetime
) -> None:
    story.take_back("service", now)
    assert not stands(picked, now)


def test_a_story_taken_back_whole_is_shown_no_more(story: Story, picked: Evidence, now: datetime) -> None:
    taken_back = story.withdraw(now)
    assert not stands(picked, now)
    assert any("for its charter" in one for one in taken_back.cannot_recall)


def test_it_can_be_picked_again_under_another_word_of_its_teller(netherby: Netherby, now: datetime) -> None:
    spot = there(netherby)
    story = told(netherby, now, uses=("service", "train", "publish"), public=True)
    picked = pick(spot, (Kind.STORY, story.pk), netherby.farah, now)
    story.take_back("train", now)
    assert not stands(picked, now)
    assert pick(spot, (Kind.STORY, story.pk), netherby.farah, now) == picked
    assert stands(picked, now)
