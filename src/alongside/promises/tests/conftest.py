"""A promise of the Child Development Centre, and the people who asked for it.

The ground (Netherby, its group, one story, one decision) is laid once for each file; every test stands on it
and leaves it as it was.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from alongside.groups.demo import groups, opened
from alongside.groups.models import Decision, Group
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.demo import netherby as make_netherby
from alongside.promises import demo
from alongside.promises.models import Promise, Told
from alongside.safety.models import Draft
from alongside.voice import links
from alongside.voice.models import Story
from alongside.voice.tell import tell as tell_it

DAY = timedelta(days=1)
TODAY = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
BEGAN = TODAY - 90 * DAY
BACK = {
    "email": {"channel": "email", "email": "a.parent@example.org"},
    "text": {"channel": "text", "mobile": "07700 900123"},
    "call": {"channel": "call", "phone": "01632 960 888"},
    "letter": {"channel": "letter", "post": "1 Beck Lane, Netherby"},
    "link": {"channel": "link"},
    "not": {"channel": "none"},
}


@dataclass
class Ground:
    """What most tests stand on."""

    n: Netherby
    group: Group
    story: Story
    decision: Decision

    @classmethod
    def lay(cls) -> Ground:
        n = make_netherby(TODAY - 200 * DAY)
        group = groups(n, BEGAN - 100 * DAY)
        story = tells_a_story(n)
        return cls(n, group, story, decided(n, group, story))


def tells_a_story(
    n: Netherby, back: str = "link", words: str = "The letter came after the appointment."
) -> Story:
    """Somebody tells a story about the centre; Gwen reads it. ``back`` says how to reach them."""
    draft = Draft.objects.create(
        area=n.area,
        key_digest=str(Draft.objects.count()),
        dies_at=BEGAN,
        answers={
            "about": {"organisation": str(n.centre.pk)},
            "better": {"better": words},
            "use": {"uses": ["service", "decide"]},
            "back": BACK[back],
        },
    )
    story, _ = tell_it(draft, BEGAN - 20 * DAY)
    story.reading.pass_on(n.gwen, 1, BEGAN - 19 * DAY)
    return story


def decided(n: Netherby, group: Group, *stories: Story) -> Decision:
    """The group decides on the ground of these stories."""
    decision = opened(n, group, BEGAN, title="Letters that come in time", cornerstone="communicate")
    for story in stories:
        links.rest_on(decision, story, group.seat_of(n.asha), BEGAN + DAY)
    for speaker in (n.ben, n.asha):
        decision.agree(group.seat_of(speaker), decision.wording.pk, BEGAN + 11 * DAY)
    return decision


@pytest.fixture(scope="module")
def ground(for_the_file: None) -> Ground:
    return Ground.lay()


@pytest.fixture
def db(ground: Ground, undone_after: None) -> None:
    """Whatever a test changes is undone after it."""


@pytest.fixture
def here(ground: Ground, db: None) -> Ground:
    """The ground, with nothing in memory of the test before."""
    n = Netherby(**copy.deepcopy(vars(ground.n)))
    return Ground(n, *copy.deepcopy((ground.group, ground.story, ground.decision)))


@pytest.fixture
def netherby(here: Ground) -> Netherby:
    return here.n


@pytest.fixture
def group(here: Ground) -> Group:
    return here.group


@pytest.fixture
def story(here: Ground) -> Story:
    """One story, told by somebody who took a secret link."""
    return here.story


@pytest.fixture
def decision(here: Ground) -> Decision:
    return here.decision


@pytest.fixture
def at(now: datetime) -> datetime:
    """The day the promise was written down: sixty days ago."""
    return now - 60 * DAY


@pytest.fixture
def tells(netherby: Netherby) -> Callable[..., Story]:
    return lambda *back, **words: tells_a_story(netherby, *back, **words)


@pytest.fixture
def decides(netherby: Netherby, group: Group) -> Callable[..., Decision]:
    return lambda *stories: decided(netherby, group, *stories)


@pytest.fixture
def stage(netherby: Netherby, decision: Decision, at: datetime) -> Callable[..., Promise]:
    """A promise at one of the stages of ``demo``."""

    def brought_to(name: str, **what: Any) -> Promise:
        return getattr(demo, name)(netherby, decision, at, **what)

    return brought_to


@pytest.fixture
def told_five(
    netherby: Netherby, tells: Callable[..., Story], decides: Callable[..., Decision], at: datetime
) -> list[Told]:
    """Five people asked for it, and have been told."""
    decision = decides(*[tells(words=f"The letter came {days} days late.") for days in range(1, 6)])
    return demo.tellings(demo.told(netherby, decision, at))


def messages(key: str) -> list[Message]:
    return list(Message.objects.filter(key__startswith=key).order_by("key"))


def token_in(message: Message) -> str:
    found = re.search(r"/verdicts/([a-z0-9]+)/", message.body)
    assert found, message.body
    return found[1]
