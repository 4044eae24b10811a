"""The pages of evidence: pick, take away, write, and see what is still missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.charter.models import Evidence, Note
from alongside.charter.offered import Kind
from alongside.charter.picking import pick
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice.models import Story

from .evidence_at import RANG, there, told

Browser = Callable[[Person | None], Client]


@pytest.fixture
def now() -> datetime:
    """This very moment: pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def story(netherby: Netherby, now: datetime) -> Story:
    return told(netherby, now)


def at(n: Netherby, name: str = "statement", statement: str = "heard", **more: object) -> str:
    where = {"organisation": n.school.pk, "framework": "cornerstones", "statement": statement, **more}
    return reverse(f"charter:{name}", kwargs=where)


def text(answer: object) -> str:
    body = answer.content.decode()  # type: ignore[attr-defined]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def test_farah_picks_a_story_and_takes_it_away(netherby: Netherby, story: Story, client_of: Browser) -> None:
    farah, page = client_of(netherby.farah), at(netherby)
    assert RANG in text(farah.get(page))
    sent = farah.post(at(netherby, "picks"), {"thing": f"story:{story.pk}"})
    assert sent.url == page  # type: ignore[attr-defined]
    shown = text(farah.get(page))
    assert shown.count(RANG) >= 1
    assert "There is evidence. A note is still missing" in shown
    assert "Nothing is offered yet." in shown
    row = Evidence.objects.get()
    farah.post(at(netherby, "removal", picked=row.pk))
    assert "Nothing was picked yet." in text(farah.get(page))


@pytest.mark.parametrize("thing", ["", "story:", "story:nonsense", "secret:1", f"story:{'0' * 32}"])
def test_what_nobody_offers_is_said_kindly(netherby: Netherby, client_of: Browser, thing: str) -> None:
    sent = client_of(netherby.farah).post(at(netherby, "picks"), {"thing": thing})
    assert sent.status_code == 422
    assert "This cannot be picked now." in text(sent)


def test_a_story_taken_back_leaves_a_sentence(
    netherby: Netherby, story: Story, now: datetime, client_of: Browser
) -> None:
    pick(there(netherby), (Kind.STORY, story.pk), netherby.farah, now)
    Note.write(there(netherby), "We ring.", netherby.farah, now, after=0)
    story.withdraw(now)
    for who in ("farah", "jo", "ines"):
        shown = text(client_of(netherby.people[who]).get(at(netherby)))
        assert "Its teller took it back." in shown
        assert RANG not in shown
        assert "Something that was picked does not count any more" in shown


def test_an_assessor_reads_only_what_its_teller_shows_to_everyone(
    netherby: Netherby, story: Story, now: datetime, client_of: Browser
) -> None:
    public = told(netherby, now, uses=("publish",), public=True, good="She waved at the gate.")
    for one in (story, public):
        pick(there(netherby), (Kind.STORY, one.pk), netherby.farah, now)
    ines = text(client_of(netherby.ines).get(at(netherby)))
    assert "Its teller lets those who work here read it." in ines
    assert RANG not in ines
    assert "She waved at the gate." in ines
    assert RANG in text(client_of(netherby.jo).get(at(netherby)))


@pytest.mark.parametrize("who", ["jo", "ines"])
def test_who_only_looks_after_the_area_sees_no_buttons(
    netherby: Netherby, story: Story, client_of: Browser, who: str
) -> None:
    browser = client_of(netherby.people[who])
    shown = text(browser.get(at(netherby)))
    for button in ("Pick this", "Take it away", "Save the note", "Add the link"):
        assert button not in shown
    assert RANG not in shown
    sent = browser.post(at(netherby), {"words": "We ring.", "after": "0"})
    assert sent.status_code == 422
    assert "Only those who work here can do this." in text(sent)


def test_two_write_at_once_and_nothing_is_lost(netherby: Netherby, now: datetime, client_of: Browser) -> None:
    farah, page = client_of(netherby.farah), at(netherby)
    assert 'name="after" value="0"' in farah.get(page).content.decode()
    Note.write(there(netherby), "We ring on Tuesdays.", netherby.farah, now, after=0)
    second = farah.post(page, {"words": "We write letters.", "after": "0"})
    assert second.status_code == 422
    shown = text(second)
    assert "Somebody else has saved newer words meanwhile." in shown
    assert "We ring on Tuesdays." in shown
    assert ">\nWe write letters.</textarea>" in second.content.decode()
    assert 'name="after" value="1"' in second.content.decode()
    assert farah.post(page, {"words": "We ring, and write letters.", "after": "1"}).status_code == 302
    assert "What stood here before" in text(farah.get(page))


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 30])
def test_a_spoiled_number_is_none(netherby: Netherby, client_of: Browser, after: str) -> None:
    sent = client_of(netherby.farah).post(at(netherby), {"words": "We ring.", "after": after})
    assert sent.status_code == 302


def test_bad_input_keeps_what_was_typed(netherby: Netherby, client_of: Browser) -> None:
    farah = client_of(netherby.farah)
    sent = farah.post(at(netherby, "links"), {"link": "http://a.example", "called": "Our <b>news</b>"})
    assert sent.status_code == 422
    assert "An address begins with https://" in text(sent)
    assert "Our &lt;b&gt;news&lt;/b&gt;" in sent.content.decode()
    long = farah.post(at(netherby), {"words": "a" * 2001, "after": "0"})
    assert long.status_code == 422
    assert "Take out 1 character." in text(long)
    assert "a" * 2001 in long.content.decode()
    assert not Evidence.objects.exists()
    assert not Note.objects.exists()


def test_a_link_leads_elsewhere_and_tells_nothing(netherby: Netherby, client_of: Browser) -> None:
    farah, link = client_of(netherby.farah), "https://becklane.netherby.example/news"
    farah.post(at(netherby, "links"), {"link": link, "called": "Our news"})
    assert f'href="{link}" rel="noreferrer"' in farah.get(at(netherby)).content.decode()
