"""Out of a review the school offers a promise, Cara says yes; Asha asks for one, and hears no, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from .house import House
from .loop import Member
from .person import Somebody
from .ways import DESK, PHONE, Comes, named

STATEMENT = "We are told all that we need to know"
WAYS = DESK | PHONE


@dataclass
class AtTheSchool(Member):
    """Somebody who offers and answers promises at Beck Lane Primary, or for families there."""

    review: str = field(default="")

    def has_a_round_that_is_over(self) -> None:
        """Find one, or open a round and end it."""
        self.follows("^My organisation")
        self.goes_to(self.page.url.replace("/room/", "/reviews/"))
        if not self.page.get_by_text("Ended in").count():
            self.chooses("The four cornerstones")
            self.presses("Open the round")
            self.chooses("Nobody can answer after this")
            self.presses("End the round")
        else:
            self._use(self.page.get_by_role("listitem").filter(has_text="Ended in").get_by_role("link").first)
        self.review = self.page.url

    def opens_the_plan(self, review: str) -> None:
        self.goes_to(f"{review}plan/clear/")
        self.sees(STATEMENT)

    def offers(self, title: str, body: str, by: date, there: str, lived: str = "") -> None:
        self.writes("in one line", title)
        self.writes("What will be done", body)
        if lived:
            self.picks("for those who live with it", lived)
        self.picks("Who sees to it there", there)
        for label, part in zip(("Day", "Month", "Year"), (by.day, by.month, by.year), strict=True):
            self.writes(f"^{label}", str(part))
        self.presses("Offer this promise")
        self.sees(title)

    def picks_as_evidence(self, title: str, note: str) -> None:
        """Under the statement that the promise is about, in the list of what there is to pick."""
        self.follows("^My organisation")
        self.follows("Our evidence")
        self.follows("in words that each of them can use")
        offered = self.page.get_by_role("listitem").filter(has_text=title)
        self._use(offered.get_by_role("button", name="Pick this"))
        self.writes("In your own words|our own words", note)
        self.presses("Save the note")

    def finds_what_waits(self, title: str) -> None:
        self.follows("^My page")
        self.follows(title)

    def says_no_because(self, why: str) -> None:
        self.follows_or_presses("No, because")
        self.writes("Why not", why)
        self.presses("Say no, and why")


@pytest.fixture(params=WAYS, ids=named)
def comes(request: pytest.FixtureRequest, house: House, window: Callable[..., Page]) -> Comes:
    """People come to this journey in one of several ways."""
    return WAYS[request.param].for_people_at(house, window)


def test_a_gap_becomes_a_promise(comes: Comes, request: pytest.FixtureRequest) -> None:
    which = list(WAYS).index(request.node.callspec.params["comes"]) + 1
    by, title = date.today() + timedelta(days=60), f"Letters home on one page, part {which}"
    farah = comes(AtTheSchool, "Farah")

    farah.has_a_round_that_is_over()
    farah.opens_the_plan(farah.review)
    farah.offers(title, "Each fits on one page.", by, there="Farah", lived="Cara")
    farah.sees("Cara has not said yes yet")

    cara = comes(AtTheSchool, "Cara")
    cara.finds_what_waits(title)
    cara.presses("Yes, I will see to it")
    cara.sees("both said yes")

    anyone = comes(Somebody)
    anyone.goes_to(farah.review)
    anyone.follows(title)
    anyone.sees("It follows from what the review showed")
    it_is_done_and_shows_that_it_is_so(comes, farah, anyone.page.url, title)


def it_is_done_and_shows_that_it_is_so(comes: Comes, farah: AtTheSchool, promise: str, title: str) -> None:
    """Farah does it, Jo looks, and then it is evidence: picked, with a sentence of the school."""
    farah.goes_to(promise)
    farah.presses("We have started")
    farah.goes_to(promise)
    farah.follows_or_presses("Say that it is done")
    farah.writes("What is different now", "Every letter of this term has one page.")
    farah.presses("It is done")
    jo = comes(Member, "Jo")
    jo.goes_to(promise)
    jo.follows_or_presses("Say what you see")
    jo.writes("What did you see", "Five letters, and each has one page.")
    jo.presses("I have looked, and it is done")
    farah.picks_as_evidence(title, "Each letter home has one page.")
    farah.sees("There is evidence, and a note")


def test_no_because_is_an_answer_too(comes: Comes, request: pytest.FixtureRequest) -> None:
    which = list(WAYS).index(request.node.callspec.params["comes"]) + 1
    by, title = date.today() + timedelta(days=60), f"A phone that is answered at four, part {which}"
    why = f"Nobody is in the office at four. We ring back the next morning, says week {which}."
    farah, asha = comes(AtTheSchool, "Farah"), comes(AtTheSchool, "Asha")

    farah.has_a_round_that_is_over()
    asha.opens_the_plan(farah.review)
    asha.offers(title, "Whoever rings at four hears a voice.", by, there="Farah")
    farah.finds_what_waits(title)
    farah.says_no_because(why)
    farah.sees("No, because")

    anyone = comes(Somebody)
    anyone.goes_to("/netherby/together/")
    anyone.follows(title)
    anyone.sees(why)
    anyone.does_not_see("Asha")
