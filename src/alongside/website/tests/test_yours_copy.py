"""Cara takes a copy of what we hold about her; so does somebody who has only a link."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.groups import demo as at_work
from alongside.people.demo import Netherby
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.website.models import Wish
from alongside.website.yours.copies import DATA, PAGE, harmless
from alongside.website.yours.gathering import everything_of
from alongside.website.yours.holders import Holder

DAY = timedelta(days=1)
Browsers = Callable[..., Client]


@pytest.fixture
def told(netherby: Netherby) -> str:
    """Cara told one signed in, and the centre answered; somebody told one behind a link. Its secret."""
    at = timezone.now() - 9 * DAY
    hers = Tale("centre", 9, "The letter came late.", who="cara", channel=MINE, uses=("service", "decide"))
    story = voices.live(netherby, hers, timezone.now())
    voices.reply(netherby, story, "Mrs Hale in bookings was away.", at + DAY)
    _, token = voices.tell_story(netherby, Tale("school", 3, good="Kind Mr Bell."), at)
    assert token
    return token


def opened(answer: Any) -> tuple[str, dict[str, Any]]:
    """The page and the data of a copy."""
    file = zipfile.ZipFile(io.BytesIO(answer.content))
    return file.read(PAGE).decode(), json.loads(file.read(DATA))


def test_a_copy_has_her_words_and_how_we_reach_her(
    netherby: Netherby, told: str, client_of: Browsers
) -> None:
    answer = client_of(netherby.cara).post("/my/data/copy/")

    page, data = opened(answer)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    for words in ("The letter came late.", "cara@netherby.example", "at a coffee morning"):
        assert words in page
        assert words in json.dumps(data)


def test_a_picture_that_she_sent_is_in_it(netherby: Netherby, client_of: Browsers) -> None:
    tale = Tale("centre", 9, "It came late.", who="cara", channel=MINE, draws="A letter.")
    voices.live(netherby, tale, timezone.now())

    answer = client_of(netherby.cara).post("/my/data/copy/")
    file = zipfile.ZipFile(io.BytesIO(answer.content))
    sent = [name for name in file.namelist() if name.startswith("files/")]
    assert len(sent) == 1
    assert len(file.read(sent[0])) > 100
    assert "A letter." in opened(answer)[0]


def test_what_others_wrote_waits_for_a_person(netherby: Netherby, told: str, client_of: Browsers) -> None:
    browser = client_of(netherby.cara)
    _, data = opened(browser.post("/my/data/copy/"))
    browser.post("/my/data/copy/")

    assert data["a person has to look through"]["answers that others wrote"] == 1
    rows = [row for part in data["parts"] if part["title"] == "Reply" for row in part["rows"]]
    assert rows == []
    wish = Wish.objects.get(person=netherby.cara)
    assert wish.kind == Wish.Kind.COPY
    assert 28 <= (wish.due_on - wish.on).days <= 31


def test_nothing_of_another_is_in_it(netherby: Netherby, told: str, client_of: Browsers) -> None:
    group = at_work.groups(netherby, timezone.now() - 60 * DAY)
    at_work.objection_stands(netherby, group, timezone.now() - 20 * DAY)

    page, _ = opened(client_of(netherby.cara).post("/my/data/copy/"))
    owens, _ = opened(client_of(netherby.owen).post("/my/data/copy/"))
    others = [str(person.pk) for name, person in netherby.people.items() if name != "cara"]
    _, data = opened(client_of(netherby.cara).post("/my/data/copy/"))
    assert not [pk for pk in others if pk in json.dumps(data)]
    objection = at_work.Decision.objects.get().objections[0].reason
    assert objection in owens
    assert objection not in page
    assert "asha@" not in page


def test_a_link_gives_its_own_words_and_does_not_say_who(told: str) -> None:
    page, data = opened(Client().post(f"/way-back/{told}/data/copy/"))

    assert "Kind Mr Bell." in page
    assert "The letter came late." not in page
    assert told not in page + json.dumps(data)
    way = next(part for part in data["parts"] if part["title"] == "Way back")["rows"][0]
    assert not {"address", "call me", "hint", "token digest"} & set(way)


@pytest.mark.django_db
def test_a_strange_link_gives_nothing() -> None:
    assert Client().get("/way-back/nobody/data/").status_code == 404


def test_it_asks_as_often_for_ten_rows_as_for_one(netherby: Netherby, told: str, now: datetime) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            everything_of(Holder(netherby.cara))
        return len(seen)

    once = queries()
    for number in range(10):
        tale = Tale("school", number + 1, f"Letter {number}.", who="cara", channel=MINE)
        voices.tell_story(netherby, tale, timezone.now())
    assert queries() == once <= 85


@pytest.mark.parametrize("said", ["=1+1", "+44 1632", "-2", "@SUM(A1)", "\t=1", "  =cmd()", "\r=1"])
def test_no_value_is_a_formula(said: str) -> None:
    assert harmless({"a": [said]}) == {"a": [f"'{said}"]}
    assert harmless("a = b") == "a = b"
    assert harmless(7) == 7


def test_a_formula_in_her_words_is_harmless_in_the_file(netherby: Netherby, client_of: Browsers) -> None:
    Wish.make(Holder(netherby.cara), Wish.Kind.WRONG, '=HYPERLINK("x")', timezone.now())
    page, data = opened(client_of(netherby.cara).post("/my/data/copy/"))
    assert "'=HYPERLINK" in json.dumps(data)
    assert "=HYPERLINK(&quot;x&quot;)" in page
