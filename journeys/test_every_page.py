"""Every page, as everybody, light and dark, wide and narrow: nothing in anybody's way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks.house.access import table

from .every_page import WHO, Seen, Walk, one_of_each
from .house import House
from .looking import HEAVIEST, Glass
from .validity import faults
from .visitor import Answer

NOT_WALKED = {
    "safety:leave": "leads away from us, to whatever page the site's owner chose",
    "website:healthz": "one word, for machines",
    "website:robots": "some lines, for machines",
    "website:security": "some lines, for people who found a hole",
    "promises:file": "a file, not a page",
    "voice:added_picture": "a picture, not a page",
    "voice:picture": "a picture, not a page",
    "welcome:carry_on": "needs a step that ran out: looked at with axe in test_signing_in",
    "welcome:passkey": "needs a second way: looked at with axe in test_signing_in",
    "welcome:recovery": "needs a second way: looked at with axe in test_signing_in",
    "welcome:removal": "needs a second way: looked at with axe in test_signing_in",
    "welcome:second": "needs a second way: looked at with axe in test_signing_in",
}
"""Routes that answer GET and that a walk through Netherby does not see, with the reason."""

MAY_BE_HEAVIER = {"look:components": "every part in every state, for those who build; not on an open site"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A Netherby of our own: forms sent empty would leave marks in everybody's."""
    house = House(var=tmp_path_factory.mktemp("walked"))
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


@pytest.fixture(scope="module")
def glass(browser: Browser, house: House) -> Iterator[Glass]:
    """A window to look through."""
    glass = Glass(browser, house.address)
    yield glass
    glass.context.close()


def test_somebody_saw_every_page(walk: Walk) -> None:
    answers_get = {name for name, methods in table().items() if "GET" in methods}
    seen = {one.route for one in walk.seen if one.answer.status == 200}
    assert sorted(answers_get - seen - NOT_WALKED.keys()) == []
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
    assert found == []
    assert max(weights) < (HEAVIEST, "")


def test_html_is_as_the_standard_wants_it(walk: Walk, tmp_path: Path) -> None:
    needs_java()
    assert faults({str(one): one.answer.html for one in one_of_each(walk.seen)}, tmp_path) == []


# each rule bites ------------------------------------------------------------------------------------
def page(body: str, head: str = "<title>A page – Alongside</title>") -> Answer:
    html = f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head>{body}</html>'
    return Answer("/a-page/", 200, {"content-type": "text/html"}, html.encode(), len(html))


SOUND = "<body><main><h1>How it is</h1><p>All is well.</p></main></body>"
SMALL = '<button style="padding: 0; border: 0; font-size: 8px">Go</button>'


def with_one_more(html: str) -> Answer:
    return page(SOUND.replace("</main>", f"{html}</main>"))


def test_a_sound_page_is_left_in_peace(glass: Glass) -> None:
    assert glass.look(page(SOUND)).faults == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<input type="text" name="words">', "axe label"),
        ('<p style="color: #999">Hard to read</p>', "axe color-contrast:"),
        ('<p style="color: #707070">Not quite easy to read</p>', "axe color-contrast-enhanced"),
        ("<h4>A step left out</h4>", "axe heading-order"),
        ('<details><summary>More</summary><input type="text"></details>', "axe label"),
        (f"<p>{SMALL}{SMALL}</p>", "axe target-size"),
        ('<div style="width: 330px">Wide</div>', "scrolls sideways"),
        ('<p style="white-space: nowrap">Two weeks later somebody rang me at home</p>', "text set wide"),
        (
            '<p style="height: 2em; overflow: hidden">Two weeks later somebody rang me, twice</p>',
            "cuts words off",
        ),
        ('<img src="http://elsewhere.example/pixel.gif" alt="">', "asks another host"),
        ("<script>nothing.at.all()</script>", "script failed"),
        ('<img src="/nowhere.png" alt="A picture">', "the console says"),
    ],
)
def test_each_fault_is_seen(html: str, said: str, glass: Glass) -> None:
    found = glass.look(with_one_more(html)).faults
    assert any(said in fault for fault in found), found


def test_dark_is_looked_at_too(glass: Glass) -> None:
    style = "<style>@media (prefers-color-scheme: dark) { p { color: #999 } }</style>"
    found = glass.look(page(SOUND, f"<title>A page</title>{style}")).faults
    assert any("(dark, 320) axe color-contrast" in fault for fault in found)
    assert not any("(light" in fault for fault in found)


def test_a_heavy_page_is_too_heavy(glass: Glass) -> None:
    looked = glass.look(page(SOUND + f"<!-- {'x' * HEAVIEST} -->"))
    assert looked.weight > HEAVIEST


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
