"""The list says what is missing; no page gives a day, grows, or goes unnoted where a child told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.charter import demo_evidence
from alongside.charter.offered import Kind
from alongside.charter.picking import pick
from alongside.people.demo import Netherby
from alongside.people.models import Look, Person

from .evidence_at import there, told

Browser = Callable[[Person | None], Client]


@pytest.fixture
def now() -> datetime:
    """This very moment: pages ask the clock themselves."""
    return timezone.now()


def at(n: Netherby, name: str = "statement", statement: str = "heard", **more: object) -> str:
    where = {"organisation": n.school.pk, "framework": "cornerstones", "statement": statement, **more}
    return reverse(f"charter:{name}", kwargs=where)


def text(answer: object) -> str:
    body = answer.content.decode()  # type: ignore[attr-defined]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def test_the_list_says_what_is_missing_and_gives_no_score(
    netherby: Netherby, now: datetime, client_of: Browser
) -> None:
    demo_evidence.evidence(netherby, now)
    page = reverse("charter:evidence", args=[netherby.school.pk])
    shown = text(client_of(netherby.farah).get(page))
    for state in (
        "There is evidence, and a note",
        "Something that was picked does not count any more",
        "There is evidence. A note is still missing",
        "There is a note. Evidence is still missing",
        "Nothing yet",
    ):
        assert state in shown
    assert "Signing a charter never counts." in shown
    assert not re.search(r"\d+ of \d+|%", shown)


def test_neither_page_gives_a_day(netherby: Netherby, now: datetime, client_of: Browser) -> None:
    demo_evidence.evidence(netherby, now)
    for page in (at(netherby), reverse("charter:evidence", args=[netherby.school.pk])):
        shown = (
            client_of(netherby.farah).get(page).content.decode().split("<main")[1].split("al-printline")[0]
        )
        assert not re.search(r"\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", shown)


def test_whoever_reads_what_a_child_told_is_written_down(
    netherby: Netherby, now: datetime, client_of: Browser
) -> None:
    told(netherby, now, perspective="young-person", who="ellis")
    client_of(netherby.farah).get(at(netherby))
    assert Look.objects.filter(what=Look.What.YOUNG, person=netherby.farah).count() == 1


def test_twenty_at_a_time_and_the_queries_do_not_grow(
    netherby: Netherby, now: datetime, client_of: Browser
) -> None:
    farah, counts = client_of(netherby.farah), []
    for number in (1, 21):
        for _ in range(number):
            story = told(netherby, now, answer="We ring.", channel="none", who="")
            pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)
            told(netherby, now, channel="none", who="")
        with CaptureQueriesContext(connection) as asked:
            page = farah.get(at(netherby))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25
    body = page.content.decode()
    assert body.count('value="story:') == 20
    older = unescape(re.findall(r'href="(\?story=[^"]+)"', body)[0])
    assert farah.get(at(netherby) + older).content.decode().count('value="story:') == 2


def test_who_works_there_comes_from_its_room(netherby: Netherby, client_of: Browser) -> None:
    room = client_of(netherby.farah).get(reverse("website:room", args=[netherby.school.pk]))
    assert reverse("charter:evidence", args=[netherby.school.pk]) in room.content.decode()


@pytest.mark.parametrize(("who", "leads"), [("", False), ("asha", False), ("jo", True), ("ines", True)])
def test_who_looks_after_the_area_comes_from_what_everyone_sees(
    netherby: Netherby, client_of: Browser, who: str, leads: bool
) -> None:
    page = reverse("website:organisation", args=[netherby.school.pk])
    shown = client_of(netherby.people.get(who)).get(page).content.decode()
    assert (reverse("charter:evidence", args=[netherby.school.pk]) in shown) == leads
