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

    key = re.search(r"The key is (\S+)", house.command("start", "--key"))
    assert key
    lin = comes(Lin)
    assert isinstance(lin, Lin)
    lin.begins(key[1])
    lin.sees("Your task needs a second step")
    sets_up_an_app(lin)
    lin.goes_to("/upper-beck/place/")
    lin.sees("What you have hands for")
    lin.follows("What one, two, four people can run")
    lin.sees("Whoever reads can also see who told it")
    lin.adds("Hill Top School", SCHOOL)

    teller = comes(Somebody)
    teller.goes_to("/upper-beck/not-safe/")
    teller.does_not_see("In your own words")
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

    lin.goes_to("/upper-beck/readings/")
    lin.follows("Hill Top School")
    lin.sees(PATIENT)
    lin.chooses("^1")
    lin.presses("I have read it, let it go on")
    lin.presses("Show it to everyone")
    lin.presses("Ask for an answer")

    school = comes(Somebody)
    letter = re.search(
        r"https?://\S+/replies/[a-z0-9]+/", lin.house.latest_to(SCHOOL, "would like an answer")
    )
    assert letter
    school.goes_to(letter[0])
    school.writes("Your answer", ANSWER)
    school.writes("Who answers", "Mrs Lund, office")
    school.presses("Send the answer")
    school.sees("Thank you")
