"""The desk shows what waits and for whom; the journal shows days, and services see no story in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from alongside.journal.models import Event
from alongside.voice.models import Story
from alongside.website import record
from alongside.website.demo_town import Town

from .conftest import ask

Read = Callable[..., str]


def test_the_desk_counts_and_links(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    for place in ("#ring", "#read", "#late", "#silent"):
        assert f'href="{place}"' in page
        assert f'id="{place[1:]}"' in page


def test_people_to_ring_stand_there_with_their_number(read: Read) -> None:
    page = read("/netherby/desk/", "jo")
    assert "Sam’s dad" in page
    assert "tel:01632960302" in page
    assert page.count("I have rung") >= 2


def test_rung_is_off_the_list(town: Town, read: Read) -> None:
    from django.test import Client

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


@pytest.mark.parametrize("who", ["asha", "ben", "cara", "dev", "gwen", "kit", "hal"])
def test_the_desk_is_not_there_for_others(town: Town, who: str) -> None:
    assert ask(town, "/netherby/desk/", who).status_code == 404


def test_who_is_not_signed_in_signs_in_first(town: Town) -> None:
    for path in ("/netherby/desk/", "/netherby/journal/", "/my/", "/groups/"):
        answer = ask(town, path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/?next=")


def test_the_journal_has_days_and_no_hours(read: Read) -> None:
    for who in ("jo", "gwen", "kit"):
        table = read("/netherby/journal/", who).split("<table")[1].split("</table")[0]
        assert not re.search(r"\d\d?[:.]\d\d", table)


def test_only_who_looks_after_the_area_reads_names(read: Read) -> None:
    assert "By whom" in read("/netherby/journal/", "jo")
    assert "By whom" not in read("/netherby/journal/", "gwen")
    assert "By whom" not in read("/netherby/journal/", "kit")


def test_services_see_no_event_about_a_story(read: Read) -> None:
    everything, kit = pages(read, "jo"), pages(read, "kit")
    assert "Somebody told a story" in everything
    for words in ("story", "voice", "teller", "Those who had asked", "worry", "service answered"):
        assert words not in kit, words
    assert "Something was decided" in kit


def test_a_worry_is_for_the_lead_alone(read: Read) -> None:
    assert "worry" not in pages(read, "jo")
    assert "worry" not in pages(read, "gwen")


def test_pages_of_the_journal_follow_each_other(town: Town, read: Read) -> None:
    rows = pages(read, "jo").count("<tr") - pages_count(read, "jo")
    shown = Event.objects.filter(area_id=town.n.area.pk).exclude(what__startswith="concern.")
    assert rows == shown.count()


def test_the_order_within_a_day_is_not_that_of_hours(town: Town) -> None:
    from alongside.people.viewer import Viewer

    lines, _ = record.lines(Viewer(town.n.jo), town.n.area)
    by_day: dict[object, list[object]] = {}
    for line in lines:
        by_day.setdefault(line.day, []).append(line.id)
    assert all(ids == sorted(ids, reverse=True) for ids in by_day.values())


def walk(read: Read, who: str) -> list[str]:
    found, older = [], ""
    while True:
        page = read("/netherby/journal/" + older, who)
        found.append(page.split("<main")[1].split("</main")[0])
        link = re.search(r'href="(\?after=[^"]+)"', page)
        if link is None:
            return found
        older = link[1]


def pages(read: Read, who: str) -> str:
    intro = "You work for a service, so what has to do with people’s stories is not shown to you here."
    lead = "that keeps people who tell us things from being recognised"
    return "".join(walk(read, who)).replace(intro, "").replace(lead, "")


def pages_count(read: Read, who: str) -> int:
    return len(walk(read, who))
