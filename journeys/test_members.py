"""A spreadsheet of 300 members comes in with eleven bad rows; eight are mended; nobody comes in twice."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from .house import House
from .members import WRONG, KeepsTheList, as_csv, as_xlsx, three_hundred
from .person import Somebody
from .ways import DESK, PHONE, Comes, named

WAYS = DESK | PHONE


@pytest.fixture(params=WAYS, ids=named)
def comes(request: pytest.FixtureRequest, house: House, window: Callable[..., Page]) -> Comes:
    """People come to this journey in one of several ways."""
    return WAYS[request.param].for_people_at(house, window)


def test_three_hundred_members_with_eleven_bad_rows(comes: Comes, house: House) -> None:
    tag = uuid4().hex[:6]
    jo = comes(KeepsTheList, "Jo")
    jo.opens_the_members()
    jo.sends("Members FINAL (2).csv", as_csv(three_hundred(tag, set(WRONG))))
    jo.sees("It looks like something about a child")
    jo.does_not_see("Timmy")
    jo.presses("See what would happen")
    jo.sees("Row 9: “parent7 at home.example” is not an e-mail address")
    jo.sees("Row 225: Row 2 has this e-mail address too")
    jo.brings_in_all_but(11)
    jo.sees("289 people are new")
    jo.sees("11 rows stayed out")

    to_mend = load_workbook(BytesIO(jo.takes("as an Excel file"))).active
    whys = [row[0] for row in to_mend.iter_rows(min_row=2, values_only=True)]
    assert len(whys) == 11
    assert whys[4] == "Row 105: There is no name in it. What shall the others call this person?"

    mended = set(sorted(WRONG)[8:])
    jo.opens_the_members()
    jo.sends("Members mended.xlsx", as_xlsx(three_hundred(tag, mended)))
    jo.presses("See what would happen")
    jo.brings_in_all_but(3)
    jo.sees("8 people are new")
    jo.sees("289 were known already")
    assert house.messages_to(f"parent1.{tag}@home.example") == [], "nobody is written to"


def test_somebody_joins_and_stops_the_newsletter(comes: Comes, house: House) -> None:
    address = f"mo.{uuid4().hex[:6]}@home.example"
    mo = comes(Somebody)
    mo.goes_to("/netherby/")
    mo.follows("Join the forum")
    mo.writes("What shall we call you", "Mo")
    mo.writes("e-mail", address)
    mo.chooses("Send me the forum")
    mo.presses("Send me the link")
    mo.sees("One more step")
    letter = house.latest_to(address, r"/netherby/join/")
    mo.goes_to(next(word for word in letter.split() if "/netherby/join/" in word))
    mo.presses("Yes, I want to join")
    mo.sees("You are in")

    jo = comes(KeepsTheList, "Jo")
    jo.opens_the_members()
    jo.follows("^Newsletters$")
    jo.writes("What is it about", "News in spring")
    jo.writes("What would you like to say", "We have a new room.")
    jo.presses("Keep it, and look it over")
    jo.sees("have said that we may write")
    jo.presses("Send it now")
    jo.sees("Jo sent it on")

    house.command("worker", "--once")
    news = house.latest_to(address, "We have a new room", seconds=120)  # hundreds get one before her
    mo.goes_to(
        next(word for word in news.split() if "/newsletters/stop/" in word and word.startswith("http"))
    )
    mo.presses("Stop it")
    mo.sees("No newsletter comes any more")
