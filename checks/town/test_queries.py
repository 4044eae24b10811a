"""A page takes at most 25 queries, and as many with ten rows as with ten thousand."""

from __future__ import annotations

import pytest

from alongside.groups import demo as at_work
from alongside.messages.deliver import came_back
from alongside.messages.models import Message
from alongside.promises import demo as kept
from alongside.promises.promise import PromiseDoor
from alongside.voice import demo as voices
from alongside.website.demo_town import Town, decided

from .conftest import promise, queries

MOST = 25
PAGES = {
    "area": ("/netherby/", "", 16),
    "area as a member": ("/netherby/", "asha", 20),
    "together": ("/netherby/together/", "", 16),
    "thread": ("thread", "", 20),
    "thread as an owner": ("thread", "priya", 25),
    "story thread": ("story_thread", "", 16),
    "way back": ("way_back", "", 25),
    "my page": ("/my/", "cara", 25),
    "my page of an owner": ("/my/", "ben", 25),
    "groups": ("/groups/", "asha", 18),
    "group": ("group", "asha", 25),
    "open group": ("open group", "", 18),
    "open group as a member": ("open group", "asha", 21),
    "organisation": ("organisation", "", 18),
    "room": ("room", "ben", 25),
    "desk": ("/netherby/desk/", "jo", 25),
    "people to ring": ("/netherby/desk/?all=ring", "jo", 8),
    "what did not arrive": ("/netherby/desk/?all=failed", "jo", 8),
    "missing yeses": ("/netherby/desk/?all=yes", "jo", 8),
    "not taken on": ("/netherby/desk/?all=accept", "jo", 8),
    "journal": ("/netherby/journal/", "jo", 6),
    "help": ("/netherby/help/", "", 2),
    "privacy": ("/netherby/privacy/", "", 2),
}
"""Path (or what leads to it), who reads, and the most queries it has ever needed."""


def path_of(town: Town, name: str) -> str:
    """The address of a page about a thing."""
    letters = promise("Letters come before the appointment")
    return {
        "thread": f"/promises/{letters.pk}/",
        "story_thread": f"/stories/{town.stories['letter'].pk}/thread/",
        "way_back": f"/way-back/{town.own_page}/",
        "group": f"/groups/{town.letters.pk}/",
        "open group": f"/groups/{town.letters.pk}/in-the-open/",
        "organisation": f"/organisations/{town.n.centre.pk}/",
        "room": f"/organisations/{town.n.council.pk}/room/",
    }.get(name, name)


def busier(town: Town) -> None:
    """More of everything that these pages show."""
    for number, place in enumerate(("council", "centre", "school")):
        tale = voices.Tale(
            about=place,
            days_ago=100 + number,
            channel="call",
            address=f"01632 960 5{number:02}",
            call_me=f"Family {number}",
            happened="It happened again.",
            asked=True,
            public=True,
        )
        name = f"more-{number}"
        town.stories[name] = voices.live(town.n, tale, town.today)
        voices.live(town.n, voices.Tale(about=place, days_ago=2, good="Kind.", waits=True), town.today)
        title = f"More {number}"
        decision = decided(town, (town.letters, town.breaks)[number % 2], 60, [name], title, "Yes.", "value")
        kept.told(town.n, decision, town.ago(24.1), title=f"Told {number}", body="Yes.")
        kept.overdue(town.n, decision, town.ago(30), title=f"Late {number}", body="Yes.")
        kept.delivered(town.n, decision, town.ago(22), title=f"Unseen {number}", body="Yes.")
        story = voices.live(
            town.n, voices.Tale(place, 5, "By mail.", channel="email", address="a@b.example"), town.today
        )
        answer = voices.reply(town.n, story, "We hear you.", town.today)
        came_back(Message.objects.get(key=f"answered:{answer.pk}"), town.today, "550")
        at_work.opened(town.n, town.letters, town.ago(3), title=f"Open {number}")
        kept.proposed(town.n, decision, town.ago(3), title=f"Proposed {number}", body="Yes.")
    decision = decided(town, town.leaving, 50, ["own-page"], "Once more", "So be it.", "value")
    kept.told(town.n, decision, town.ago(40), title="Told her too", body="Yes.")


def counted(town: Town) -> dict[str, int]:
    """How many queries each page takes now."""
    return {name: queries(town, path_of(town, path), who) for name, (path, who, _) in PAGES.items()}


def test_a_page_takes_few_queries_and_no_more_for_more_rows(town: Town) -> None:
    before = counted(town)
    assert too_many(before) == {}
    busier(town)
    after = counted(town)
    assert {name for name in PAGES if after[name] > before[name]} == set()


def too_many(counts: dict[str, int]) -> dict[str, int]:
    """The pages that ask more often than they ever needed, or than any page may."""
    return {name: n for name, n in counts.items() if n > min(PAGES[name][2], MOST)}


def test_a_page_that_asks_one_by_one_fails(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PromiseDoor, "with_rounds", lambda promises: promises)
    assert set(too_many({"together": queries(town, "/netherby/together/")})) == {"together"}
