"""The door of stories, compared with the rule in plain words over small worlds made up by the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.groups.models import Group, Partner, Seat
from alongside.people.demo import Netherby
from alongside.people.models import Role
from alongside.people.viewer import NOBODY, Viewer
from alongside.voice.demo import Tale, tell_story
from alongside.voice.models import Publication, Story
from alongside.voice.moderating import hold, pass_on

WORKS = {"ben": {"council"}, "kit": {"council"}, "priya": {"centre"}, "farah": {"school"}}
SEATED = {"asha": "", "ben": "", "owen": "centre", "ines": ""}
OBSERVES = "jo"
WHO = ("asha", "ben", "cara", "dev", "farah", "gwen", "hal", "ines", "jo", "kit", "owen", "priya", None)


@dataclass(frozen=True)
class World:
    """One story, and everything that could matter to who may read it."""

    about: str
    teller: str | None
    uses: frozenset[str]
    state: str  # waiting, passed, held
    serious: bool
    public: bool
    ended: frozenset[str]
    old: bool


WORLDS = st.builds(
    World,
    about=st.sampled_from(("council", "centre", "school")),
    teller=st.sampled_from(("cara", "kit", "asha", None)),
    uses=st.frozensets(st.sampled_from(("service", "decide", "publish"))),
    state=st.sampled_from(("waiting", "passed", "held")),
    serious=st.booleans(),
    public=st.booleans(),
    ended=st.frozensets(st.sampled_from(("service", "decide"))),
    old=st.booleans(),
)


def may(who: str | None, w: World) -> bool:
    """The rule, in plain words."""
    passed, live = w.state == "passed", set() if w.old else w.uses - w.ended
    if w.public:
        return True
    if who is None:
        return False
    if who == w.teller:
        return True
    works_there = w.about in WORKS.get(who, set())
    if who in ("gwen", "kit", "jo") and passed and not works_there:
        return True
    if who == "hal" and w.serious and w.state != "waiting":
        return True
    if works_there and passed and "service" in live:
        return True
    sits = who in SEATED and SEATED[who] != w.about
    return sits and passed and "decide" in live and not works_there


@pytest.fixture
def world(netherby: Netherby, now: datetime) -> Netherby:
    group = Group.objects.create(area=netherby.area, name="Short Breaks", purpose="p", since=now)
    side = Partner.objects.create(group=group, name="Families", kind="lived")
    places = {"centre": netherby.centre, "": None}
    for name, place in SEATED.items():
        Seat.objects.create(
            group=group, partner=side, person=netherby.people[name], since=now, works_for=places[place]
        )
    Seat.objects.create(
        group=group, partner=side, person=netherby.people["ellis"], since=now, part=Seat.Part.OBSERVER
    )
    return netherby


def make(n: Netherby, w: World, now: datetime) -> Story:
    at = now - timedelta(days=3 * 365 if w.old else 1)
    tale = Tale(
        about=w.about,
        days_ago=0,
        happened="It was so.",
        who=w.teller or "",
        channel="mine" if w.teller else "none",
        uses=sorted(w.uses),
    )
    story, _ = tell_story(n, tale, at)
    reader = n.kit if w.teller == "gwen" else n.gwen
    level = 3 if w.serious else 1
    if w.state == "passed":
        pass_on(story.reading, reader, level, at)
    if w.state == "held":
        hold(story.reading, reader, level, "why", at)
    for use in w.ended:
        story.take_back(use, at)
    if w.public:
        Publication.objects.create(story=story, area=n.area, by=n.gwen, month=story.month)
    return story


@pytest.mark.long
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(w=WORLDS)
@example(w=World("centre", None, frozenset(("decide",)), "passed", False, False, frozenset(), False))
@example(w=World("centre", None, frozenset(("service",)), "waiting", False, False, frozenset(), False))
def test_the_door_is_the_rule(world: Netherby, now: datetime, w: World) -> None:
    story = make(world, w, now)
    for who in WHO:
        viewer = Viewer(world.people[who]) if who else NOBODY
        seen = Story.objects.visible_to(viewer, now.date()).filter(pk=story.pk).count()
        assert seen == int(may(who, w)), (who, w)


def test_an_observer_and_somebody_from_another_area_see_nothing(world: Netherby, now: datetime) -> None:
    w = World("centre", None, frozenset(("decide", "service")), "passed", False, False, frozenset(), False)
    story = make(world, w, now)
    for who in ("ellis", "dev"):
        assert not Story.objects.visible_to(Viewer(world.people[who]), now.date()).filter(pk=story.pk)


def test_a_secret_link_opens_its_story_and_no_other(netherby: Netherby, now: datetime) -> None:
    mine, _ = tell_story(netherby, Tale(about="centre", days_ago=0, good="Kind."), now)
    tell_story(netherby, Tale(about="centre", days_ago=0, good="Also kind."), now)
    holder = Viewer(ways_back=frozenset({mine.teller.way_back_id}))
    assert list(Story.objects.visible_to(holder)) == [mine]


def test_a_role_in_the_region_does_not_flow_down(netherby: Netherby, now: datetime) -> None:
    story, _ = tell_story(netherby, Tale(about="centre", days_ago=0, good="Kind."), now)
    pass_on(story.reading, netherby.gwen, 0, now)
    Role.objects.create(person=netherby.dev, name=Role.Name.COORDINATOR, area=netherby.region, since=now)
    assert not Story.objects.visible_to(Viewer(netherby.dev)).exists()
