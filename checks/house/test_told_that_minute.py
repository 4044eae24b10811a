"""Five stories, one told that minute: no service role learns the teller's name, address, id or hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from alongside.messages.deliver import deliver_due
from alongside.people.models import Member, Person
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Story

from .crawl import crawl
from .world import USES, World

SERVICE_ROLES = ("ben", "farah", "priya", "kit")
TOLD_AT = (3, 17)
"""Seventeen minutes past three: nobody does anything else then."""

THE_HOUR = re.compile(r"\b(0?3|15)[:.]17\b|T03:17|\b3[:.]17\s*am", re.IGNORECASE)


@pytest.fixture
def told(world: World, settings: object, tmp_path: Path) -> Iterator[tuple[Person, Story]]:
    """Zenobia, whom only the forum knows, tells it this night; four others did before."""
    n, settings.VAR, settings.OUTBOX = world.n, tmp_path, "folder"  # type: ignore[attr-defined]
    this_night = datetime.now(ZoneInfo("Europe/London"))
    at = this_night.replace(hour=TOLD_AT[0], minute=TOLD_AT[1])
    if at > this_night:  # what else is due now would go at that minute
        at -= timedelta(days=1)
    zenobia = Person.join(
        "Zenobia Quill", area=n.area, at=world.now, email="zenobia@quill.example", phone="01632 960 888"
    )
    n.people["zenobia"] = zenobia
    Member.objects.create(person=zenobia, forum=n.forum, how="by post", joined_at=world.now)
    for days in (40, 41, 42, 43):
        voices.live(n, Tale("school", days, f"It was loud on day {days}.", uses=USES), world.now)
    with time_machine.travel(at, tick=False):
        tale = Tale("school", 0, "He came home early.", who="zenobia", channel=MINE, uses=USES)
        story, _ = voices.tell_story(n, tale, at)
        deliver_due(timezone.now())
    with time_machine.travel(at + timedelta(hours=9), tick=False):
        voices.moderate(n, story, timezone.now())
        story.ask(n.jo, timezone.now())
        deliver_due(timezone.now())
        yield zenobia, story
    del n.people["zenobia"]


def gives_away(text: str, teller: Person) -> list[str]:
    """What of the teller stands in this text."""
    secrets = ["Zenobia", "quill.example", "960888", "960 888", str(teller.pk), teller.pk.hex]
    return [secret for secret in secrets if secret in text] + [hour[0] for hour in THE_HOUR.finditer(text)]


@pytest.mark.parametrize("who", SERVICE_ROLES)
def test_no_page_tells(who: str, world: World, told: tuple[Person, Story]) -> None:
    teller, story = told
    seen = []
    straight = (f"/stories/{story.pk}/", f"/readings/{story.reading_id}/")
    for path, answer in crawl(world.browsers[who], straight):
        text = f"{path}\n{dict(answer.headers)}\n{answer.content.decode()}"
        assert gives_away(text, teller) == [], path
        seen.append(path)
    assert len(seen) > 15


def test_no_mail_to_a_service_tells(world: World, told: tuple[Person, Story], tmp_path: Path) -> None:
    teller, _ = told
    mails = [path.read_text(encoding="utf-8") for path in (tmp_path / "outbox").glob("[!.]*")]
    theirs = [mail for mail in mails if "zenobia@quill.example" not in mail]
    assert any("becklane" in mail for mail in theirs), "the school was asked, so there is mail to look at"
    for mail in theirs:
        assert gives_away(mail, teller) == []


def test_the_look_bites(told: tuple[Person, Story]) -> None:
    teller, _ = told
    assert gives_away("told by Zenobia", teller)
    assert gives_away("came at 3.17am", teller)
    assert gives_away("2026-11-22T03:17:00", teller)
    assert gives_away("nothing of hers", teller) == []
