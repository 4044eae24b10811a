"""Every page, as everybody, light and dark, wide and narrow: nothing in anybody's way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.house.access import table

from .every_page import WHO, Seen, Walk, one_of_each
from .house import House
from .looking import HEAVIEST, Glass
from .test_looking import SOUND, page, with_one_more
from .validity import faults

pytestmark = pytest.mark.xdist_group("every page")

NOT_WALKED = {
    "safety:leave": "leads away from us, to whatever page the site's owner chose",
    "website:healthz": "one word, for machines",
    "website:robots": "some lines, for machines",
    "website:security": "some lines, for people who found a hole",
    "charter:form": "a PDF, not a page: read by the tests of its room",
    "charter:letter": "a PDF, not a page: read by the tests of its room",
    "charter:poster": "a PDF, not a page: read by the tests of its room",
    "charter:result_docx": "a Word file, not a page: read by the tests of its room",
    "charter:result_pdf": "a PDF, not a page: read by the tests of its room",
    "charter:square": "a picture, not a page",
    "place:start": "only while nothing is here: walked in test_a_monday_evening",
    "place:step": "only while nothing is here: walked in test_a_monday_evening",
    "promises:file": "a file, not a page",
    "voice:added_picture": "a picture, not a page",
    "voice:picture": "a picture, not a page",
    "voice:paper_form": "a PDF, not a page: read by the tests of its room",
    "website:area_card": "a picture, not a page",
    "website:poster": "a PDF, not a page: read by the tests of its room",
    "website:promise_card": "a picture, not a page",
    "website:review_card": "a picture, not a page",
    "website:story_card": "a picture, not a page",
    "welcome:bringing": "needs a spreadsheet: walked in test_members",
    "welcome:columns": "needs a spreadsheet: walked in test_members",
    "welcome:everybody": "a spreadsheet, not a page",
    "welcome:join_link": "needs a link from a message: walked in test_members",
    "welcome:join_sent": "needs an address to join with: walked in test_members",
    "welcome:mending": "a spreadsheet, not a page",
    "welcome:stop": "needs a link from a newsletter: walked in test_members",
    "welcome:carry_on": "needs a step that ran out: looked at with axe in test_signing_in",
    "welcome:passkey": "needs a second way: looked at with axe in test_signing_in",
    "welcome:recovery": "needs a second way: looked at with axe in test_signing_in",
    "welcome:removal": "needs a second way: looked at with axe in test_signing_in",
    "welcome:second": "needs a second way: looked at with axe in test_signing_in",
}
"""Routes that answer GET and that a walk through Netherby does not see, with the reason."""

MAY_BE_HEAVIER = {
    "look:components": "every part in every state, for those who build; not on an open site",
    "website:to_share": "the pictures themselves, for whoever passes them on",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Iterator[House]:
    """A Netherby of our own: forms sent empty would leave marks in everybody's."""
    house = House(var=tmp_path_factory.mktemp("walked"), made=made)
    try:
        house.open()
        yield house
    finally:
        house.close()


@pytest.fixture(scope="module")
def walk(house: House) -> Walk:
    """Everything there is to see."""
    walk = Walk(house)
    walk.everything()
    return walk


def test_somebody_saw_every_page(walk: Walk) -> None:
    answers_get = {name for name, methods in table().items() if "GET" in methods}
    seen = {one.route for one in walk.seen if one.answer.status == 200}
    unseen = sorted(answers_get - seen - NOT_WALKED.keys())
    assert not unseen, " ".join(unseen)
    assert sorted(NOT_WALKED.keys() & seen) == []
    assert {one.who for one in walk.seen if one.answer.status == 200} == set(WHO)
    assert {404, 422, 400, 403, 500} <= {one.answer.status for one in walk.seen}


def test_nothing_is_in_anybodys_way(walk: Walk, glass: Glass) -> None:
    pages, found, runs, weights = one_of_each(walk.seen), [], 0, []
    for one in pages:
        looked = glass.look(one.answer)
        runs += looked.runs
        found += [f"{one}: {fault}" for fault in looked.faults]
        if one.route not in MAY_BE_HEAVIER:
            weights.append((looked.weight, str(one)))
    print(f"{len(walk.seen)} pages as {len(WHO)} people, {len(pages)} kinds, {runs} runs of axe")
    print(f"heaviest: {max(weights)}")
    assert not found, "\n".join(found)
    assert max(weights) < (HEAVIEST, "")


def test_html_is_as_the_standard_wants_it(walk: Walk, tmp_path: Path) -> None:
    needs_java()
    found = faults({str(one): one.answer.html for one in one_of_each(walk.seen)}, tmp_path)
    assert not found, "\n".join(found)


def test_the_checker_of_html_bites(tmp_path: Path) -> None:
    needs_java()
    broken = with_one_more("<p><div>A box in a paragraph</div></p>")
    twice = with_one_more('<p id="a">One</p><p id="a">Two</p>')
    found = faults({"sound": page(SOUND).html, "broken": broken.html, "twice": twice.html}, tmp_path)
    assert {fault.split(",")[0] for fault in found} == {"broken", "twice"}


def test_pages_of_one_kind_are_looked_at_once() -> None:
    short, long = with_one_more("<ul><li>One</ul>"), with_one_more("<ul><li>One</li><li>Two</li></ul>")
    other = with_one_more("<ol><li>One</li></ol>")
    seen = [Seen(who, "voice:story", answer) for who, answer in zip(WHO, (short, long, other), strict=False)]
    assert [one.answer for one in one_of_each(seen)] == [long, other]


def needs_java() -> None:
    if not shutil.which("java"):
        pytest.skip("needs java: apt install default-jre-headless")
