"""Nobody reads what they wrote, or what is about the place they work for."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.documents.models import Text
from alongside.people.demo import Netherby
from alongside.people.models import Role
from alongside.people.viewer import NOBODY, Viewer
from alongside.safety.errors import AlreadyPassed, NotYours
from alongside.safety.models import Reading, ReadingAuthor

PLACES = ("council", "centre", "school", None)
WHO = ("gwen", "kit", "cara", "ben", "dev", "jo", None)


def may(person: str | None, about: str | None, author: str | None) -> bool:
    """The rule, in plain words: moderators of Netherby, not their own, not where they work."""
    works = {"kit": "council", "gwen": "none", "dev": "none"}
    if person not in ("gwen", "kit"):
        return False
    return author != person and works[person] != about


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(who=st.sampled_from(WHO), about=st.sampled_from(PLACES), author=st.sampled_from(WHO))
def test_the_door_is_the_rule(
    netherby: Netherby, now: datetime, who: str | None, about: str | None, author: str | None
) -> None:
    row = Reading.open(
        area=netherby.area,
        about=getattr(netherby, about) if about else None,
        on=now.date(),
        author=netherby.people[author] if author else None,
    )
    viewer = Viewer(netherby.people[who]) if who else NOBODY
    assert Reading.objects.visible_to(viewer).filter(pk=row.pk).exists() == may(who, about, author)


@pytest.fixture
def reading(netherby: Netherby, now: datetime) -> Reading:
    return Reading.open(area=netherby.area, about=netherby.council, on=now.date())


def test_only_of_a_moderator_it_is_kept_who_wrote(netherby: Netherby, now: datetime) -> None:
    for who in ("cara", "ben", "jo", "gwen"):
        Reading.open(area=netherby.area, about=None, on=now.date(), author=netherby.people[who])
    assert ReadingAuthor.objects.get().person == netherby.gwen


def test_what_a_moderator_wrote_is_kept_by_a_code_alone_too(netherby: Netherby, now: datetime) -> None:
    """Else she would write it, take the second step, and read her own."""
    netherby.gwen.by_code_alone = True
    Reading.open(area=netherby.area, about=None, on=now.date(), author=netherby.gwen)
    assert ReadingAuthor.objects.get().person == netherby.gwen


def test_passing_twice_is_once_and_the_first_stands(
    netherby: Netherby, reading: Reading, now: datetime
) -> None:
    reading.pass_on(netherby.gwen, 1, now)
    assert reading.pass_on(netherby.gwen, 3, now).seriousness == 1


def test_held_can_be_passed_later_and_not_the_other_way(
    netherby: Netherby, reading: Reading, now: datetime
) -> None:
    reading.hold(netherby.gwen, 2, "Ask Jo first", now)
    assert list(Reading.objects.all().kept_back()) == [reading]
    reading.pass_on(netherby.gwen, 2, now)
    assert not Reading.objects.all().kept_back().exists()
    with pytest.raises(AlreadyPassed):
        reading.hold(netherby.gwen, 2, "Too late", now)


@pytest.mark.parametrize("who", ["kit", "jo", "dev", "ben"])
def test_others_are_refused_whatever_they_try(
    netherby: Netherby, reading: Reading, now: datetime, who: str
) -> None:
    by = netherby.people[who]
    text = Text.write("Mr Bell", area=netherby.area, at=now)
    for deed in (
        lambda: reading.pass_on(by, 1, now),
        lambda: reading.hold(by, 1, "why", now),
        lambda: reading.take_out(text, "[a name]", "a name", "it shows who", by, now),
    ):
        with pytest.raises(NotYours):
            deed()


def test_a_role_that_has_ended_opens_nothing(netherby: Netherby, reading: Reading, now: datetime) -> None:
    Role.objects.filter(person=netherby.gwen).update(until=now)
    with pytest.raises(NotYours):
        reading.pass_on(netherby.gwen, 1, now)


def test_taking_out_keeps_the_original(netherby: Netherby, reading: Reading, now: datetime) -> None:
    text = Text.write("Mr Bell was kind.", area=netherby.area, at=now)
    for _ in range(2):
        reading.take_out(text, "[a name] was kind.", "a name", "it shows who", netherby.gwen, now)
    assert Text.objects.get(pk=text.pk).body == "[a name] was kind."
    assert text.original == "Mr Bell was kind."
    assert reading.changes.count() == 1
