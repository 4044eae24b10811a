"""What people told, what was answered, decided and kept turns up by itself: as far as tellers allow it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.charter.offered import ORDER, Kind, offered
from alongside.groups import demo as at_work
from alongside.groups.models import Group
from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.viewer import Viewer
from alongside.promises import demo as kept

from .evidence_at import there, told

DAY = timedelta(days=1)


def found(
    n: Netherby, kind: Kind, now: datetime, statement: str = "heard", who: str = "farah"
) -> list[object]:
    viewer = Viewer(n.people[who])
    return list(offered(kind, there(n, statement), viewer, day_of(now)).order_by(*ORDER[kind]))


@pytest.mark.parametrize(
    ("uses", "public", "is_offered"),
    [
        (("service", "train"), False, True),
        (("train",), False, False),
        (("service",), False, False),
        (("service", "decide"), False, False),
        (("publish",), True, True),
        (("publish",), False, False),
        ((), False, False),
    ],
)
def test_a_story_is_offered_as_far_as_its_teller_allows(
    netherby: Netherby, now: datetime, uses: tuple[str, ...], public: bool, is_offered: bool
) -> None:
    story = told(netherby, now, uses=uses, public=public)
    assert found(netherby, Kind.STORY, now) == ([story] if is_offered else [])


def test_only_what_touches_the_cornerstone_and_is_about_the_place(netherby: Netherby, now: datetime) -> None:
    told(netherby, now, touches=["value"])
    told(netherby, now, about="centre")
    told(netherby, now, waits=True)
    assert found(netherby, Kind.STORY, now) == []


def test_the_newest_month_first_and_a_consent_that_ran_out_is_none(netherby: Netherby, now: datetime) -> None:
    older, newer = told(netherby, now, days_ago=90), told(netherby, now, days_ago=10)
    assert found(netherby, Kind.STORY, now) == [newer, older]
    assert found(netherby, Kind.STORY, now + 641 * DAY) == [newer]
    assert found(netherby, Kind.STORY, now + 3 * 365 * DAY) == []


def test_nobody_else_is_offered_what_only_the_service_may_read(netherby: Netherby, now: datetime) -> None:
    told(netherby, now)
    assert found(netherby, Kind.STORY, now, who="ines") == []
    assert found(netherby, Kind.STORY, now, who="priya") == []


def test_an_answer_is_offered_as_long_as_what_it_answers(netherby: Netherby, now: datetime) -> None:
    story = told(netherby, now, answer="We ring every Tuesday now.")
    assert len(found(netherby, Kind.REPLY, now)) == 1
    story.take_back("train", now)
    assert found(netherby, Kind.REPLY, now) == []


@pytest.fixture
def group(netherby: Netherby, now: datetime) -> Group:
    return at_work.groups(netherby, now - 200 * DAY)


def test_decisions_that_are_taken_and_promises_that_are_done(
    netherby: Netherby, group: Group, now: datetime
) -> None:
    n, at = netherby, now - 150 * DAY
    about = {"cornerstone": "welcome", "about": [n.school]}
    decision = at_work.opened(n, group, at, title="A bench by the gate", **about)
    assert found(n, Kind.DECISION, now) == []
    for speaker in (n.ben, n.asha):
        decision.agree(group.seat_of(speaker), decision.wording.pk, at + 11 * DAY)
    assert found(n, Kind.DECISION, now) == [decision]
    assert found(n, Kind.DECISION, now, statement="calm") == []
    kept.accepted(n, decision, at + 12 * DAY, title="A second bench")
    done = kept.told(n, decision, at + 12 * DAY, title="A bench")
    assert found(n, Kind.PROMISE, now) == [done]
    done.reopen(n.owen, "Nobody can find it.", day_of(now + 20 * DAY), now)
    assert found(n, Kind.PROMISE, now) == []
