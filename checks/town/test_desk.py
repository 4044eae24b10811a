"""The desk shows what waits and for whom: a few of each kind, and all of it one link away."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.groups.models import Decision
from alongside.look.dates import day as long_day
from alongside.messages.models import Channel, Stopped
from alongside.voice.models import Story
from alongside.website.demo_town import Town

from .conftest import ask, promise

Read = Callable[..., str]


def test_the_desk_counts_and_links(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    links = re.findall(r'<li><a href="#([a-z]+)"><b>', page)
    assert links == ["ring", "failed", "late", "read"]
    for place in links:
        assert f'id="{place}"' in page


def test_people_to_ring_stand_there_with_their_number(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    assert "Sam’s dad" in page
    assert "tel:01632960302" in page
    assert page.count("I have rung") >= 2


def test_rung_is_off_the_list(town: Town, read: Read) -> None:
    client = Client()
    client.force_login(town.n.jo)
    done = re.search(r'action="(/messages/[^"]+/done/)"', read("/netherby/desk/", "jo"))
    assert done is not None
    before = read("/netherby/desk/", "jo").count("I have rung")
    client.post(done[1])
    assert read("/netherby/desk/", "jo").count("I have rung") < before


def test_late_promises_and_held_voices_stand_there(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    assert "12 days late" in page
    assert "Gwen keeps it back" in page
    assert "Somebody should have a look" in page


def test_the_desk_shows_no_voice_to_who_moderates_not(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    assert "one chair that fits her" not in page
    assert "/readings/" not in page


def test_what_was_read_and_not_asked_waits_for_the_co_ordinator(read: Read, town: Town) -> None:
    ask_for_it = re.compile(r'href="/stories/([^/]+)/"[^>]*>\s*Ask for an answer')
    waiting = ask_for_it.findall(read("/netherby/desk/", "jo"))
    assert waiting, "somebody was heard, and no service was asked"

    Story.objects.get(pk=waiting[0]).ask(town.n.jo, town.today)

    assert waiting[0] not in ask_for_it.findall(read("/netherby/desk/", "jo"))


def test_a_number_is_grouped_for_reading_it_aloud(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    assert ">01632 960 302</a>" in page


def test_the_desk_says_whose_yes_is_missing_and_since_when(read: Read, town: Town) -> None:
    page = card(read("/netherby/desk/?all=yes", "jo"), "A yes is missing")
    waits = Decision.objects.get(title="What a first letter says")
    assert "What a first letter says" in page
    assert f"Not agreed yet: families. They could since {long_day(waits.wording.at)}." in page
    # Jo has no seat in this group: she sees that it waits, and not what it says
    assert "How places at the summer clubs are shared" not in page
    assert re.search(r"Short breaks that fit, D-\d{4}-\d{3}", page)


def test_a_decision_that_is_taken_waits_for_nobody(read: Read, town: Town) -> None:
    taken = Decision.objects.filter(taken__isnull=False).values_list("title", flat=True)
    page = card(read("/netherby/desk/?all=yes", "jo"), "A yes is missing")
    assert not [title for title in taken if title in page]


def test_the_desk_says_which_promise_nobody_has_taken_on(read: Read, town: Town) -> None:
    proposed = promise("A shared page for each family")
    page = read("/netherby/desk/?all=accept", "jo")
    assert f"{proposed.organisation} was asked on {long_day(proposed.made_at)}." in page
    proposed.accept(town.n.ben, town.today)
    assert "A shared page for each family" not in read("/netherby/desk/", "jo")


def test_what_did_not_arrive_stands_there_without_its_words(read: Read, town: Town) -> None:
    page = read("/netherby/desk/", "jo").split('id="failed"')[1].split("</section>")[0]
    assert "Two boys’ mum" in page
    assert "A service has answered what they told us" in page
    assert "This e-mail address did not work: two.boys@home.example" in page
    assert "two people answer that number" not in page
    client = Client()
    client.force_login(town.n.jo)
    action = re.search(r'action="(/messages/[^"]+/done/)"', page)
    assert action is not None
    client.post(action[1])
    assert 'id="failed"' not in read("/netherby/desk/", "jo")


@pytest.mark.parametrize("who", ["asha", "ben", "cara", "dev", "gwen", "kit", "hal"])
def test_the_desk_is_not_there_for_others(town: Town, who: str) -> None:
    assert ask(town, "/netherby/desk/", who).status_code == 404


def card(page: str, title: str) -> str:
    """What stands on the page of one pile."""
    assert f">{title}</h1>" in page
    return page.split("</h1>")[1].split("</main>")[0]


def test_the_desk_says_that_nothing_goes_out_and_since_which_day(read: Read, town: Town) -> None:
    assert "No e-mail goes out" not in read("/netherby/desk/", "jo")
    since = timezone.localdate() - timedelta(days=3)
    Stopped.objects.create(channel=Channel.EMAIL, since=since)

    page = read("/netherby/desk/", "jo")

    assert "No e-mail goes out" in page
    assert f"None has gone since {long_day(since)}." in page
    assert "No text message" not in page
