"""What people do in a review, each in a few sentences: open it, answer, type in paper, end it, read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .house import House
from .person import Somebody
from .visitor import Visitor

LINK = re.compile(r"/answer/[0-9a-f]{16}/")
CORNERSTONES = "The four cornerstones"


@dataclass
class Champion(Somebody):
    """Somebody who looks after the charter where they work."""

    review: str = ""
    place: str = ""

    def goes_to_our_reviews(self) -> None:
        self.follows("^My organisation|^Our room")
        self.place = self.page.url.replace("/room/", "/")
        self.follows("Our reviews")

    def opens_a_round(self, questions: str = CORNERSTONES) -> None:
        self.goes_to_our_reviews()
        self.chooses(questions)
        self.presses("Open the round")
        self.sees("Nobody sees any figures until the round is over")
        self.review = self.page.url

    def opens_the_round_that_runs(self) -> None:
        self.goes_to_our_reviews()
        running = self.page.get_by_role("listitem").filter(has_text="Open since")
        self._use(running.get_by_role("link").first)
        self.review = self.page.url

    def link_for(self, side: str) -> str:
        """The address on the poster of one side."""
        return str(self.page.get_by_role("region", name=side).get_by_role("link").first.inner_text())

    def ends_the_round(self) -> None:
        self.goes_to(self.review)
        self.chooses("Nobody can answer after this")
        self.presses("End the round")


@dataclass
class Answers(Somebody):
    """Somebody with a link from a poster, and no account."""

    pages: int = field(default=0)

    def begins(self, link: str) -> None:
        self.goes_to(link)
        self.sees("You need no account, and we do not ask your name")
        self.follows_or_presses("^Begin")

    def answers_every_page(self, level: str, words: Mapping[str, str]) -> None:
        """One thing to a page, to the end; words where there are some for a question under this heading."""
        while "look_it_over" not in self.page.url:
            self.pages += 1
            if self.page.get_by_label(level, exact=True).count():
                self.chooses(f"^{level}$")
            else:
                self._writes_here(words)
            self.presses("Carry on")

    def _writes_here(self, words: Mapping[str, str]) -> None:
        for heading, said in words.items():
            if self.page.get_by_role("heading", name=re.compile(heading)).count():
                self.writes("What is good here", said)


@dataclass
class TypesIn(Somebody):
    """The forum's co-ordinator, with a pile of paper and a keyboard."""

    def opens_a_pile(self, place: str, side: str) -> None:
        """From the page of the place, where only who looks after the area is told of it."""
        self.goes_to(place)
        self._use(self.page.get_by_role("region", name="A review is running").get_by_role("link").first)
        self._use(self.page.get_by_role("region", name=side).get_by_role("button", name="Type in a sheet"))

    def types_in(self, figures: Mapping[str, str]) -> None:
        """One sheet: for each statement a figure as it stands on the paper."""
        for statement, figure in figures.items():
            box = self.page.get_by_label(re.compile(statement)).first
            if self.keyboard:
                self._reach(box)
                self.page.keyboard.type(figure)
            else:
                box.select_option(index=int(figure))
        self.presses("Save, and the next sheet")
        self.sees("Saved")


def months_go_by(house: House) -> None:
    """Every round that is over ended some months ago: so soon after one no other may be opened."""
    house.asks(
        "from alongside.charter.models import Closed\n"
        "from datetime import timedelta\n"
        "from django.db.models import F\n"
        "found = Closed.objects.update(at=F('at') - timedelta(days=90))"
    )


def answers_quickly(house: House, link: str, many: int, **levels: str) -> None:
    """So many devices answer alike, page by page as a browser would, without one being drawn."""
    path = link[link.index("/answer/") :]
    assert LINK.fullmatch(path), path
    for _ in range(many):
        somebody = Visitor(house.address)
        for name, level in levels.items():
            page = somebody.get(f"{path}{name.replace('_', '-')}/")
            somebody.fills_in(page, level=level)
        check = somebody.get(f"{path}look_it_over/")
        assert "Thank you" in somebody.fills_in(check).html
        somebody.leaves()
