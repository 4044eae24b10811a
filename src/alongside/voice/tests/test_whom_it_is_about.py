"""The teller was not sure: the forum says whom it is about before it goes on, never seeing who told it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from alongside.groups import demo as at_work
from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.errors import Refused
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.safety.readings import moderators_of
from alongside.voice.errors import NotForYou
from alongside.voice.filing import file_under, fileable_by
from alongside.voice.models import Basis, Filed, Story
from alongside.voice.moderating import hold, pass_on

from .conftest import Journey

Told = Callable[..., Story]


@pytest.fixture
def unsure(told: Told) -> Story:
    """Told by Cara, who did not know whom it is about; the service may read it."""
    return told(
        about="forum", happened="Two letters came on one day.", uses=["service"], who="cara", channel="mine"
    )


def page(story: Story) -> str:
    return f"/stories/{story.pk}/organisation/"


def test_who_is_not_sure_is_asked_by_nobody_and_it_can_be_filed(journey: Journey, netherby: Netherby) -> None:
    journey.tell()
    journey.say("about", organisation="not-sure")
    journey.say("happened", happened="Two letters came.")
    journey.say("back", channel="link")
    journey.send()
    assert [story.organisation for story in fileable_by(Viewer(netherby.gwen))] == [netherby.forum]


def test_a_moderator_says_whom_it_is_about_and_the_teller_hears(
    netherby: Netherby, unsure: Story, gwen: Person, client_of: Any
) -> None:
    client = client_of(gwen)
    assert page(unsure) in client.get(f"/readings/{unsure.reading_id}/").content.decode()
    shown = client.get(page(unsure)).content.decode()
    assert "Two letters came on one day." in shown
    assert "Cara" not in shown
    for _ in range(2):
        sent = client.post(page(unsure), {"organisation": str(netherby.school.pk)})
        assert sent.url == f"/readings/{unsure.reading_id}/"
    story = Story.objects.get()
    assert story.organisation == story.reading.about == story.filed.organisation == netherby.school
    told = Message.objects.get(kind="filed")
    assert told.way_back == story.teller.way_back
    assert "We think it is Beck Lane Primary" in told.body
    event = Event.objects.get(what="story.filed")
    assert (event.at.hour, event.detail.body) == (0, {"under": "Beck Lane Primary"})


def test_the_co_ordinator_says_it_without_a_word_of_it(
    netherby: Netherby, unsure: Story, jo: Person, client_of: Any
) -> None:
    client = client_of(jo)
    shown = client.get(page(unsure)).content.decode()
    assert "Two letters came" not in shown
    sent = client.post(page(unsure), {"organisation": str(netherby.centre.pk)})
    assert sent.url == "/netherby/desk/"
    assert Story.objects.get().organisation == netherby.centre


@pytest.mark.parametrize("who", ["", "asha", "ben", "cara", "dev", "farah", "hal", "ines", "priya"])
def test_it_is_for_nobody_else(netherby: Netherby, unsure: Story, who: str, client_of: Any) -> None:
    client = client_of(netherby.people.get(who))
    assert client.get(page(unsure)).status_code == 404
    assert client.post(page(unsure), {"organisation": str(netherby.school.pk)}).status_code == 404


def test_who_works_for_a_service_reads_it_only_once_it_is_about_another(
    netherby: Netherby, unsure: Story, kit: Person, gwen: Person, now: datetime, client_of: Any
) -> None:
    """Until then it may be about the very place she works for."""
    client = client_of(kit)

    def status() -> tuple[int, int]:
        paths = f"/readings/{unsure.reading_id}/", page(unsure)
        return client.get(paths[0]).status_code, client.get(paths[1]).status_code

    assert status() == (404, 404)
    assert "Kit" not in [str(role.person) for role in moderators_of(netherby.area, netherby.forum)]
    file_under(unsure, netherby.council, gwen, now)
    assert status() == (404, 404)
    file_under(unsure, netherby.school, gwen, now)
    assert status() == (200, 200)


def test_it_can_be_put_right_until_it_goes_on(
    netherby: Netherby, unsure: Story, gwen: Person, jo: Person, now: datetime
) -> None:
    file_under(unsure, netherby.school, gwen, now)
    hold(Story.objects.get().reading, gwen, 1, "Is it the school?", now)
    file_under(unsure, netherby.centre, jo, now + timedelta(days=1))
    assert Filed.objects.get().organisation == netherby.centre
    assert Message.objects.filter(kind="filed").count() == 2


def test_what_has_gone_on_stays(
    netherby: Netherby, unsure: Story, gwen: Person, jo: Person, now: datetime, client_of: Any
) -> None:
    pass_on(unsure.reading, gwen, 1, now)
    for by in (gwen, jo):
        with pytest.raises(Refused, match="stays where it is"):
            file_under(unsure, netherby.school, by, now)
    answer = client_of(gwen).post(page(unsure), {"organisation": str(netherby.school.pk)})
    assert answer.status_code == 422
    assert "stays where it is" in answer.content.decode()
    assert Story.objects.get().organisation == netherby.forum


def test_where_the_teller_chose_nobody_chooses_again(
    netherby: Netherby, told: Told, gwen: Person, jo: Person, now: datetime, client_of: Any
) -> None:
    sure = told(about="centre")
    for by in (gwen, jo):
        with pytest.raises(NotForYou):
            file_under(sure, netherby.school, by, now)
        assert client_of(by).get(page(sure)).status_code == 404


def test_nonsense_is_said_kindly(netherby: Netherby, unsure: Story, gwen: Person, client_of: Any) -> None:
    for choice in ("", "x", str(netherby.forum.pk), str(netherby.gwen.pk)):
        answer = client_of(gwen).post(page(unsure), {"organisation": choice})
        assert answer.status_code == 422
    assert not Filed.objects.exists()


def test_what_a_decision_rests_on_stays(
    netherby: Netherby, unsure: Story, gwen: Person, now: datetime
) -> None:
    group = at_work.groups(netherby, now)
    decision = at_work.opened(netherby, group, now)
    seat = group.seat_of(netherby.cara)
    Basis.objects.create(decision=decision, story=unsure, by=seat, at=now)
    with pytest.raises(Refused, match="stays where it is"):
        file_under(unsure, netherby.school, gwen, now)
