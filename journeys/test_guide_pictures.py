"""The pictures of the guide: ``make pictures`` keeps them, any other run only sees that they can be made."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from alongside.words.checking import check
from alongside.words.profiles import PROFILES

from .house import House
from .person import Somebody

DOCS = Path("docs/guide")
GUIDE = DOCS / "README.md"
NAMED = re.compile(r"!\[(?P<says>[^\]]*)\]\((?P<file>[^)]+\.png)\)")
BIGGEST = 150_000
PHONE, DESK, SHEET = 360, 1280, 900


class Picture(NamedTuple):
    """Who holds the page up, how wide and how tall, and how they got there."""

    who: str
    width: int
    height: int
    gets_there: Callable[[Somebody], None]


def home(nobody: Somebody) -> None:
    nobody.goes_to("/netherby/")


def tell(cara: Somebody) -> None:
    cara.goes_to("/netherby/tell/")
    cara.chooses("Child Development Centre")
    cara.presses("Carry on")
    cara.writes("What happened", "I rang to ask when his hearing test is. Nobody knew, and nobody rang back.")


def allow(cara: Somebody) -> None:
    tell(cara)
    cara.presses("Carry on")
    cara.follows("Leave this one empty")
    cara.writes("even better", "Ring back, even if there is no news.")
    cara.presses("Carry on")
    cara.chooses("The service may read it")
    cara.chooses("Groups may use it")


def read(gwen: Somebody) -> None:
    gwen.follows("Voices to read")
    gwen.follows("Beck Lane Primary")
    gwen.chooses("0: All good")


def answer(priya: Somebody) -> None:
    priya.follows("My organisation")
    priya.follows_or_presses("^Answer")
    priya.writes("Your answer", "Thank you. She will be glad to hear it, and so will the others.")
    priya.writes("Who answers", "Priya, bookings")


def decide(asha: Somebody) -> None:
    asha.follows("What a first letter says")


def done(owen: Somebody) -> None:
    owen.follows("The first ten stories")
    owen.writes("What is different now", "Ten families have written their story with us. They hold the page.")
    owen.writes("How can one see it", "Ask at the front desk. Each family has said that you may.")


def desk(jo: Somebody) -> None:
    jo.follows("My desk")


def helped(teller: Somebody) -> None:
    page = re.search(r"https?://\S+/way-back/\S+", teller.house.said)
    assert page, "the demo does not say where a teller's own page is"
    teller.goes_to(page[0])


def thread(nobody: Somebody) -> None:
    nobody.goes_to("/netherby/together/")
    while not nobody.page.get_by_role("link", name="Letters come before").count():
        nobody.follows("Older")
    nobody.follows("Letters come before")


def together(nobody: Somebody) -> None:
    nobody.goes_to("/netherby/together/")


def statement(priya: Somebody) -> None:
    priya.goes_to("/my/")
    priya.follows("My organisation")
    priya.follows("Our reviews")
    priya.follows("The four cornerstones, round 2")
    priya.follows("answer.[0-9a-f]{8}")
    priya.follows_or_presses("^Begin")
    priya.chooses("^Mostly")


def review(farah: Somebody) -> None:
    farah.follows("My organisation")
    farah.follows("Our reviews")
    farah.follows("The four cornerstones, round 2")


def evidence(farah: Somebody) -> None:
    farah.follows("My organisation")
    farah.follows("Our evidence")
    farah.follows("we listen and take it seriously")


PICTURES = {
    "home": Picture("", DESK, 950, home),
    "tell": Picture("", PHONE, 860, tell),
    "allow": Picture("", PHONE, 1180, allow),
    "read": Picture("Gwen", DESK, 840, read),
    "answer": Picture("Priya", DESK, 1040, answer),
    "decide": Picture("Asha", DESK, 900, decide),
    "done": Picture("Owen", DESK, 1120, done),
    "desk": Picture("Jo", DESK, 1020, desk),
    "helped": Picture("", PHONE, 900, helped),
    "thread": Picture("", SHEET, 1180, thread),
    "together": Picture("", DESK, 950, together),
    "statement": Picture("Priya", PHONE, 900, statement),
    "review": Picture("Farah", DESK, 1160, review),
    "evidence": Picture("Farah", DESK, 1000, evidence),
}


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_can_be_made(
    name: str, house: House, window: Callable[..., Page], pictures: Path
) -> None:
    made = PICTURES[name]
    page = window(width=made.width)
    page.set_viewport_size({"width": made.width, "height": made.height})
    one = Somebody(house, page, made.who)
    if made.who:
        one.goes_to("/cast/")
        one.presses(f"Look around as {made.who}")
        one.goes_to("/my/")
    made.gets_there(one)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.screenshot(path=pictures / f"{name}.png", animations="disabled")
    assert (pictures / f"{name}.png").stat().st_size <= BIGGEST


def test_the_guide_shows_what_we_make() -> None:
    written = GUIDE.read_text(encoding="utf-8")
    shown = {found["file"]: found["says"] for found in NAMED.finditer(written)}
    assert set(shown) == {f"{name}.png" for name in PICTURES}
    assert [file for file, says in shown.items() if len(says) < 20] == []
    there = {path.name: path.stat().st_size for path in DOCS.glob("*.png")}
    assert set(there) == set(shown)
    assert [file for file, size in there.items() if size > BIGGEST] == []


def test_the_guide_is_easy_to_read() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    said = [finding for finding in check(plain(text), PROFILES["interface"]) if finding.rule != "total-words"]
    assert [f"{one.found}: {one.why}" for one in said] == []


def plain(markdown: str) -> str:
    """The words of the guide as they are read: no pictures, no marks, no addresses."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", NAMED.sub("", markdown))
    return re.sub(r"[*#`>|]|^- ", "", words, flags=re.MULTILINE)
