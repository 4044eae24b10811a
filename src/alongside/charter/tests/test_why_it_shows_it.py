"""Beside each picked thing a sentence of the place: why it shows it. Nobody writes over somebody else's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.charter.errors import NewerWords, NotFromHere, TakenAway
from alongside.charter.models import Evidence
from alongside.charter.offered import Kind
from alongside.charter.picking import add_link, pick
from alongside.journal.models import Event
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice.models import Story

from .evidence_at import there, told

Browser = Callable[[Person | None], Client]
LINK = "https://becklane.netherby.example/news"
WHY = "It says what we ring about."


@pytest.fixture
def now() -> datetime:
    """This very moment: pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def story(netherby: Netherby, now: datetime) -> Story:
    return told(netherby, now)


@pytest.fixture
def picked(netherby: Netherby, story: Story, now: datetime) -> Evidence:
    return pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)


def at(n: Netherby, name: str = "statement", **more: object) -> str:
    where = {"organisation": n.school.pk, "framework": "cornerstones", "statement": "heard", **more}
    return reverse(f"charter:{name}", kwargs=where)


def text(answer: object) -> str:
    body = answer.content.decode()  # type: ignore[attr-defined]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def test_farah_says_why_and_whoever_reads_the_page_sees_it(
    netherby: Netherby, picked: Evidence, client_of: Browser
) -> None:
    farah, page = client_of(netherby.farah), at(netherby)
    sent = farah.post(at(netherby, "sentence", picked=picked.pk), {"why": f"  {WHY} ", "before": ""})
    assert sent.url == page  # type: ignore[attr-defined]
    assert f'value="{WHY}"' in farah.get(page).content.decode()
    assert f"Why it shows it: {WHY}" in text(client_of(netherby.jo).get(page))
    assert "Save the sentence" not in text(client_of(netherby.jo).get(page))
    assert Event.objects.filter(what="evidence.explained").count() == 1


def test_who_may_not_read_the_story_reads_no_sentence_about_it(
    netherby: Netherby, story: Story, picked: Evidence, now: datetime, client_of: Browser
) -> None:
    picked.say_why(WHY, netherby.farah, now, before="")
    assert WHY not in text(client_of(netherby.ines).get(at(netherby)))
    story.withdraw(now)
    for who in ("farah", "jo", "ines"):
        assert WHY not in client_of(netherby.people[who]).get(at(netherby)).content.decode()


def test_too_long_is_said_kindly_and_the_words_are_kept(
    netherby: Netherby, picked: Evidence, client_of: Browser
) -> None:
    other = add_link(there(netherby), LINK, "News", netherby.farah, timezone.now())
    sent = client_of(netherby.farah).post(
        at(netherby, "sentence", picked=picked.pk), {"why": "a" * 301, "before": ""}
    )
    assert sent.status_code == 422
    assert "Take out 1 character." in text(sent)
    body = sent.content.decode()
    assert body.count("a" * 301) == 1
    assert body.count(f'id="why-{picked.pk}-why"') == body.count(f'id="why-{other.pk}-why"') == 1
    assert not Evidence.objects.exclude(why="").exists()


def test_two_at_once_and_nothing_is_lost(
    netherby: Netherby, picked: Evidence, now: datetime, client_of: Browser
) -> None:
    farah, page = client_of(netherby.farah), at(netherby, "sentence", picked=picked.pk)
    picked.say_why(WHY, netherby.farah, now, before="")
    second = farah.post(page, {"why": "It was on a Tuesday.", "before": ""})
    assert second.status_code == 422
    assert "Somebody else has saved newer words meanwhile." in text(second)
    assert f"Why it shows it: {WHY}" in text(second)
    assert 'value="It was on a Tuesday."' in second.content.decode()
    assert f'name="before" value="{WHY}"' in second.content.decode()
    assert farah.post(page, {"why": "Both.", "before": WHY}).status_code == 302
    assert Evidence.objects.get().why == "Both."


def test_the_verb_refuses_others_what_is_gone_and_what_is_newer(
    netherby: Netherby, picked: Evidence, now: datetime
) -> None:
    with pytest.raises(NotFromHere):
        picked.say_why(WHY, netherby.jo, now, before="")
    for _ in range(2):
        picked.say_why(WHY, netherby.farah, now, before="")
    with pytest.raises(NewerWords):
        picked.say_why("Another.", netherby.farah, now, before="")
    picked.say_why("", netherby.farah, now, before=WHY)
    assert Evidence.objects.get().why == ""
    picked.take_away(netherby.farah, now)
    with pytest.raises(TakenAway):
        picked.say_why(WHY, netherby.farah, now, before="")
