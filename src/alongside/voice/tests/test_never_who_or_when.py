"""With five stories, one told this minute: nothing that the service side sees says who told it, or when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone

from alongside.journal.models import Detail, Event
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.safety import clock as clock_of_safety
from alongside.safety.models import Draft, Reading
from alongside.voice.answering import Words, answer_from_room
from alongside.voice.demo import TALES, Tale, live, moderate, tell_story
from alongside.voice.models import Asked, Consent, Reply, Story

pytestmark = pytest.mark.long

HOURS = ("10:07", "10.07", "T10:", "10am")
SERVICE = ("kit", "ben", "farah", "priya")


@pytest.fixture
def minute(now: datetime) -> datetime:
    """Seven minutes past ten: an hour that nothing else has."""
    return now.replace(minute=7, second=41)


@pytest.fixture
def stories(netherby: Netherby, now: datetime, minute: datetime) -> dict[str, Story]:
    """Four of the demo, and one that Cara, who has an account, told this minute."""
    found = {
        name: live(netherby, TALES[name], now)
        for name in ("letter-again", "taxi", "told-five-times", "dinosaur")
    }
    tale = Tale(about="centre", days_ago=0, happened="Nobody rang me.", who="cara", channel="mine")
    found["now"], _ = tell_story(netherby, tale, minute)
    return found


def addresses(stories: dict[str, Story]) -> Iterator[str]:
    yield from ("/netherby/tell/", "/netherby/readings/", "/netherby/not-safe/", "/netherby/concerns/")
    for story in stories.values():
        yield from (f"/readings/{story.reading_id}/", f"/readings/{story.reading_id}/changes/")
        for more in ("", "teller/", "replies/", "recorded-replies/"):
            yield f"/stories/{story.pk}/{more}"


def everything(client: Client, stories: dict[str, Story]) -> Iterator[tuple[str, str]]:
    for path in addresses(stories):
        answer = client.get(path)
        yield path, answer.content.decode() + repr(sorted(answer.headers.items())) + str(answer.cookies)


def secrets_of(cara: Person, stories: dict[str, Story]) -> Iterator[str]:
    yield from ("Cara", str(cara.pk), cara.pk.hex, cara.email or "", cara.phone or "")
    yield from ("Marta", "960 301", "960301", "a.parent@home.example")
    for story in stories.values():
        if hasattr(story, "teller"):
            yield str(story.teller.way_back_id)


def assert_says_nothing(client: Client, stories: dict[str, Story], cara: Person) -> None:
    hidden = [*secrets_of(cara, stories), *HOURS]
    for path, said in everything(client, stories):
        assert [one for one in hidden if one and one in said] == [], path


@pytest.mark.parametrize("who", SERVICE)
def test_no_page_that_a_service_sees(
    netherby: Netherby, stories: dict[str, Story], minute: datetime, cara: Person, who: str, client_of: Any
) -> None:
    client = client_of(netherby.people[who])
    assert_says_nothing(client, stories, cara)
    moderate(netherby, stories["now"], minute)
    stories["now"].ask(netherby.jo, minute)
    answer_from_room(stories["now"], netherby.priya, Words("Sorry.", key=stories["now"].pk), minute)
    assert_says_nothing(client, stories, cara)


def test_no_page_behind_a_code(
    netherby: Netherby, stories: dict[str, Story], minute: datetime, cara: Person
) -> None:
    moderate(netherby, stories["now"], minute)
    asked = stories["now"].ask(netherby.jo, minute)
    body = Message.objects.get(key=f"asked:{asked.pk}").body
    page = next(word for word in body.split() if "/replies/" in word)
    answer = Client().get("/" + page.split("/", 3)[3])
    said = answer.content.decode() + repr(answer.headers)
    assert answer.status_code == 200
    assert [one for one in (*secrets_of(cara, stories), *HOURS) if one and one in said] == []


def test_no_mail_to_anybody_but_the_teller(
    netherby: Netherby, stories: dict[str, Story], minute: datetime, cara: Person
) -> None:
    moderate(netherby, stories["now"], minute, seriousness=3)
    stories["now"].ask(netherby.jo, minute)
    ours = {story.teller.way_back_id for story in stories.values() if hasattr(story, "teller")}
    for mail in Message.objects.exclude(way_back__in=ours):
        said = mail.subject + mail.body + mail.key
        assert [one for one in (*secrets_of(cara, stories), *HOURS) if one and one in said] == []


def test_the_journal_has_the_day_and_nobody(
    netherby: Netherby, stories: dict[str, Story], minute: datetime, cara: Person
) -> None:
    moderate(netherby, stories["now"], minute)
    stories["now"].take_back("service", minute)
    about = {story.pk for story in stories.values()} | {story.reading_id for story in stories.values()}
    for event in Event.objects.filter(about_id__in=about):
        assert timezone.localtime(event.at).time() == time(0)
    assert not Detail.objects.filter(event__about_id__in=about, by_id=cara.pk).exists()


def test_no_row_of_a_story_has_an_hour(stories: dict[str, Story]) -> None:
    story = stories["now"]
    for model in (Story, Reading, Consent, Asked):
        kinds = [type(field) for field in model._meta.concrete_fields]
        assert models.DateTimeField not in kinds, model
    assert Reply in apps.get_app_config("voice").get_models()
    for version in story.happened.versions.all():
        assert timezone.localtime(version.at).time() == time(0)


def test_no_template_of_ours_prints_an_hour_of_a_story() -> None:
    folder = Path(__file__).parent.parent / "templates"
    found = [path.name for path in folder.rglob("*.html") if "|clock" in path.read_text()]
    assert found == []


def test_a_list_of_a_moderator_from_a_service_does_not_grow_with_the_telling(
    netherby: Netherby, minute: datetime, client_of: Any
) -> None:
    """Reloading it would tell the minute. Gwen, who works for no service, reads it at once."""
    story, _ = tell_story(netherby, Tale("centre", 0, "Nobody rang.", channel="none"), minute)
    there = str(story.reading_id)

    def lists(who: str, at: datetime) -> bool:
        with time_machine.travel(at, tick=False):
            page = client_of(netherby.people[who]).get("/netherby/readings/")
        return there in page.content.decode()

    assert lists("gwen", minute)
    assert not lists("kit", minute + timedelta(hours=10))
    assert lists("kit", minute + timedelta(days=1))


def test_a_copy_of_the_database_holds_no_link_that_opens(
    netherby: Netherby, minute: datetime, client: Client
) -> None:
    """While the page after telling shows it, and an hour later not even that."""
    with time_machine.travel(minute, tick=False) as clock:
        client.post("/netherby/tell/about/", {"organisation": str(netherby.centre.pk)})
        client.post("/netherby/tell/happened/", {"happened": "Nobody rang."})
        client.post("/netherby/tell/back/", {"channel": "link"})
        client.post("/netherby/tell/check/", {"key": str(Draft.objects.get().pk)})
        page = client.get("/netherby/tell/sent/").content.decode()
        [token] = re.findall(r"/way-back/([a-z0-9]+)/", page)[:1]
        assert token not in str(list(Draft.objects.values()))
        clock.shift(timedelta(hours=1, minutes=1))
        for duty in clock_of_safety.DUTIES:
            duty(timezone.now())
        assert not Draft.objects.exists()
