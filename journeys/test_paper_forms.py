"""Thirty paper forms in half an hour: typed in by keyboard alone, without script, in a real browser.

No time is measured. It prints how many keys one form took beside the words that were written on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, islice

import pytest
from playwright.sync_api import Page, expect

from .house import House
from .person import Somebody
from .ways import PHONE, Comes, named

FORMS = 30
RINGS_BACK = 3
"""So many of them left a number."""
WAITS = 1
"""In Netherby, one waits already."""
MOST_KEYS = 30
"""Beside the words: so many keys at most, or the page is made for a mouse."""


@dataclass
class Paper:
    """What somebody wrote."""

    place: str
    happened: str = ""
    good: str = ""
    better: str = ""
    number: str = ""
    name: str = ""


@dataclass
class AtTheKitchenTable(Somebody):
    """The co-ordinator with a pile of paper. Hands stay on the keys: every key is pressed, and counted."""

    keys: int = 0
    of_each: list[int] = field(default_factory=list)

    def key(self, name: str) -> None:
        """Press one key."""
        self.page.keyboard.press(name)
        self.keys += 1

    def says(self, words: str) -> None:
        """Type what stands on the paper; these keys belong to whoever wrote it."""
        self.page.keyboard.insert_text(words)

    def on_to(self, name: str, by: str = "Tab") -> None:
        """Tab until this box has the focus."""
        for _ in range(MOST_KEYS):
            if self.page.evaluate("document.activeElement.name || ''") == name:
                return
            self.key(by)
        raise AssertionError(f"{name} is more than {MOST_KEYS} keys away")

    def picks_by_letters(self, name: str, first_letters: str, by: str = "Tab") -> None:
        """From a list, by how it begins."""
        self.on_to(name, by)
        self.page.keyboard.type(first_letters)
        self.keys += len(first_letters)

    def types_in(self, paper: Paper, new_place: bool) -> None:
        """One form, from the box where the last one left the cursor to the next empty form."""
        self.keys = 0
        if new_place:
            self.picks_by_letters("organisation", paper.place[:6], by="Shift+Tab" if self.of_each else "Tab")
        for name in ("happened", "good", "better"):
            if words := getattr(paper, name):
                self.on_to(name)
                self.says(words)
        self.on_to("uses")
        self.key("Space")
        if paper.number:
            self.picks_by_letters("channel", "By p")
            self.on_to("where")
            self.says(paper.number)
            self.on_to("call_me")
            self.says(paper.name)
        else:
            self.on_to("name")
        with self.page.expect_navigation():
            self.key("Enter")
        self.sees("Saved")
        self.of_each.append(self.keys)


def pile() -> list[Paper]:
    """Thirty, sorted by place as one does; three left a number."""
    places = ["Beck Lane Primary"] * 15 + ["Child Development Centre"] * 15
    said = islice(cycle(["Nobody rang us back.", "The letter came late.", ""]), FORMS)
    papers = []
    for number, (place, happened) in enumerate(zip(places, said, strict=True), start=1):
        paper = Paper(place, happened, good=f"She waited for us. Paper {number}.")
        if number % (FORMS // RINGS_BACK) == 0:
            paper.number, paper.name = f"01632 960 2{number:02}", f"Parent {number}"
        papers.append(paper)
    return papers


@pytest.fixture(params=PHONE, ids=named)
def comes(request: pytest.FixtureRequest, house: House, window: Callable[..., Page]) -> Comes:
    return PHONE[request.param].for_people_at(house, window)


def test_thirty_paper_forms(comes: Comes, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    before = house.asks("from alongside.voice.models import Story\nfound = Story.objects.count()")
    jo = comes(AtTheKitchenTable, "Jo")
    jo.goes_to("/netherby/taken-down/")
    jo.picks("How did it come", "On paper")
    place = ""
    for paper in pile():
        jo.types_in(paper, new_place=paper.place != place)
        place = paper.place
        expect(jo.page.locator("#organisation option:checked")).to_have_text(place)
        expect(jo.page.locator("#happened")).to_be_empty()
        expect(jo.page.locator("#happened")).to_be_focused()
    with capsys.disabled():
        print(f"\nkeys for each form, beside its words: {jo.of_each}")
    assert max(jo.of_each) <= MOST_KEYS
    jo.sees(f"To read back: {WAITS + RINGS_BACK}")
    told = house.asks(
        "from alongside.voice.models import Story, TakenDown\n"
        "found = [Story.objects.count(), TakenDown.objects.filter(story__isnull=False, how='paper').count()]"
    )
    assert told == [before + FORMS - RINGS_BACK, FORMS - RINGS_BACK]

    jo.follows("Parent 10")
    jo.sees("Read it back to Parent 10")
    jo.sees("01632 960 210")
    jo.presses("they said yes")
    jo.sees("It goes to the moderators now")
    jo.sees(f"To read back: {WAITS + RINGS_BACK - 1}")
    jo.follows("Parent 20")
    jo.presses("I could not reach them")
    jo.sees("It stays with the forum")
