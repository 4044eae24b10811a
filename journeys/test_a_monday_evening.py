"""A forum starts on a Monday evening: one volunteer, no council, and the first voice the same night."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .house import House
from .person import Somebody
from .test_signing_in import sets_up_an_app
from .ways import DESK, PHONE, Way, named

WAYS = DESK | PHONE
SCHOOL = "office@hilltop.example"
PATIENT = "He waits for the bus alone, and nobody tells us when it is late."
ANSWER = "We now ring each family by half past seven when a bus is late."


@dataclass
class Lin(Somebody):
    """She has a laptop, an e-mail address and an hour."""

    address = "lin@upper-beck.example"

    def begins(self, key: str) -> None:
        self.goes_to("/")
        self.follows_or_presses("Begin here")
        self.writes("The key", key)
        self.presses("Begin")
        self.writes("area called", "Upper Beck")
        self.writes("forum called", "Upper Beck Parent Carer Forum")
        self.presses("Carry on")
        self.writes("people call you", "Lin")
        self.writes("e-mail address", self.address)
        self.presses("Carry on")
        self.chooses("Nobody yet")
        self.presses("Carry on")
        self.presses("Carry on")
        self.sees("We show whom to ring")
        self.presses("Open it")

    def adds(self, name: str, email: str) -> None:
        self.goes_to("/upper-beck/place/organisations/")
        self.writes("What is it called", name)
        self.picks("What is it\\?", "School")
        self.writes("write to it", email)
        self.presses("Add it")
        self.sees(email)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house in which nobody lives yet."""
    house = House(var=tmp_path)
    house.command("migrate", "--verbosity", "0")
    try:
        house.start()
        yield house
    finally:
        house.close()


@pytest.mark.parametrize("way", WAYS.values(), ids=map(named, WAYS))
def test_a_forum_starts_on_a_monday_evening(way: Way, house: House, window: Callable[..., Page]) -> None:
    def comes(kind: type[Somebody]) -> Somebody:
        return kind(house, window(script=way.script, width=way.width, dark=way.dark), "", way.keyboard)

    lin = comes(Lin)
    assert isinstance(lin, Lin)
    she_opens_her_place(lin)
    a_parent_tells_it(comes(Somebody))
    she_reads_it_and_asks(lin)
    the_school_answers_by_the_code(comes(Somebody))


def she_opens_her_place(lin: Lin) -> None:
    """From nothing to a place with somebody to ask, and an honest list of what she has hands for."""
    key = re.search(r"The key is (\S+)", lin.house.command("start", "--key"))
    assert key
    lin.begins(key[1])
    lin.sees("Your task needs a second step")
    sets_up_an_app(lin)
    lin.goes_to("/upper-beck/place/")
    lin.sees("What you have hands for")
    lin.follows("What one, two, four people can run")
    lin.sees("Whoever reads can also see who told it")
    lin.adds("Hill Top School", SCHOOL)


def a_parent_tells_it(teller: Somebody) -> None:
    """Where nobody looks after worries, the page shows whom to ring and offers no box."""
    teller.goes_to("/upper-beck/not-safe/")
    assert not teller.page.get_by_role("textbox").count()
    teller.goes_to("/upper-beck/tell/")
    teller.chooses("Hill Top School")
    teller.presses("Carry on")
    teller.writes("What happened", PATIENT)
    teller.presses("Carry on")
    teller.follows("Leave this one empty")
    teller.follows("Leave this one empty")
    for use in ("The service may read it", "It may be shown here"):
        teller.chooses(use)
    teller.presses("Carry on")
    teller.chooses("Not at all")
    teller.presses("Carry on")
    teller.presses("Send it")
    teller.sees("Thank you")


def she_reads_it_and_asks(lin: Lin) -> None:
    lin.goes_to("/upper-beck/readings/")
    lin.follows("Hill Top School")
    lin.sees(PATIENT)
    lin.chooses("^1")
    lin.presses("I have read it, let it go on")
    lin.presses("Show it to everyone")
    lin.presses("Ask for an answer")


def the_school_answers_by_the_code(school: Somebody) -> None:
    """It sets nothing up."""
    asked = school.house.latest_to(SCHOOL, "would like an answer")
    link = re.search(r"https?://\S+/replies/[a-z0-9]+/", asked)
    assert link
    school.goes_to(link[0])
    school.writes("Your answer", ANSWER)
    school.writes("Who answers", "Mrs Lund, office")
    school.presses("Send the answer")
    school.sees("Thank you")
