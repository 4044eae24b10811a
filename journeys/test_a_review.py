"""A school sees itself as families see it; a parent answers from a poster; a workshop fills in paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .house import House
from .person import Somebody
from .reviewing import Answers, Champion, TypesIn, answers_quickly, months_go_by
from .visitor import Visitor
from .ways import DESK, PHONE, Comes, named

WAYS = DESK | PHONE


@pytest.fixture(params=WAYS, ids=named)
def comes(request: pytest.FixtureRequest, house: House, window: Callable[..., Page]) -> Comes:
    """People come to this journey in one of several ways."""
    return WAYS[request.param].for_people_at(house, window)


def test_a_parent_answers_from_a_poster(comes: Comes) -> None:
    priya = comes(Champion, "Priya")
    priya.opens_the_round_that_runs()

    parent = comes(Answers)
    parent.begins(priya.link_for("Families"))
    parent.answers_every_page("Mostly", {"Welcome and care": "Somebody at the door knew his name."})
    assert parent.pages == 19
    parent.sees("Look it over before you send it")
    parent.sees("Somebody at the door knew his name")
    parent.presses("Send it")
    parent.sees("Thank you. It is sent")
    parent.page.go_back()
    parent.does_not_see("Somebody at the door knew his name")


def test_a_school_sees_itself_as_families_see_it(comes: Comes, house: House) -> None:
    months_go_by(house)
    farah = comes(Champion, "Farah")
    farah.opens_a_round()
    families, staff = farah.link_for("Families"), farah.link_for("Staff")
    answers_quickly(house, families, 12, safe="always", clear="sometimes")
    answers_quickly(house, families, 9, safe="always", clear="mostly")
    answers_quickly(house, staff, 9, safe="mostly", clear="not-yet")
    answers_quickly(house, staff, 16, safe="mostly", clear="always")

    stranger, path = Visitor(house.address), farah.review.removeprefix(house.address)
    assert stranger.get(path).status == 404
    farah.ends_the_round()
    farah.sees("What is strong")

    anyone = comes(Somebody)
    anyone.goes_to(farah.review)
    anyone.sees("We feel safe and welcome here")
    anyone.sees("Around 20 families answered")
    anyone.sees("Families 4 in 10, staff 6 in 10")
    anyone.sees("Of children and young people, fewer than eight took part")
    late = stranger.get(families[families.index("/answer/") :])
    assert late.status == 410
    assert "This round is over" in late.html
    for paper in ("result.pdf", "result.docx"):
        assert stranger.get(f"{path}{paper}").status == 200
    stranger.leaves()
    anyone.follows("Beck Lane Primary")
    anyone.sees("How families see it")


def test_a_workshop_of_thirty_on_paper(comes: Comes, house: House) -> None:
    """Three sheets by hand, and the other twenty-seven as fast as the page can take them."""
    months_go_by(house)
    farah = comes(Champion, "Farah")
    farah.opens_a_round()
    jo = comes(TypesIn, "Jo")
    jo.opens_a_pile(farah.place, "Families")
    for _ in range(3):
        jo.types_in({"We feel safe": "4", "We are told all": "1", "get an answer": "2"})
    pile = Visitor(house.address, "jo")
    for _ in range(27):
        page = pile.get(jo.page.url.removeprefix(house.address))
        saved = pile.fills_in(page, "sheets", how="paper", level_safe="always", level_clear="not-yet")
        assert "Saved" in saved.html
    pile.leaves()
    jo.goes_to(jo.page.url)
    jo.sees("So far 30 sheets are typed in")

    farah.ends_the_round()
    farah.sees("Around 30 families answered")
    farah.sees("nearly all")
