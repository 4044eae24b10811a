"""The journal shows days and no hours, and services see no story in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from alongside.journal.models import Event
from alongside.website import record
from alongside.website.demo_town import Town

from .conftest import ask

Read = Callable[..., str]


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
