"""Whatever would be in somebody's way on a page is seen: each rule bites."""

from __future__ import annotations

import pytest

from .looking import HEAVIEST, Glass
from .visitor import Answer


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


@pytest.mark.parametrize(("theme", "width", "only"), [("dark", 1280, "min"), ("light", 320, "max")])
def test_colours_are_looked_at_in_each_theme_at_each_width(
    theme: str, width: int, only: str, glass: Glass
) -> None:
    where = f"(prefers-color-scheme: {theme}) and ({only}-width: 700px)"
    style = f"<style>@media {where} {{ p {{ color: #ccc }} }}</style>"
    found = glass.look(page(SOUND, f"<title>A page</title>{style}")).faults
    assert found
    assert all(f"({theme}, {width}) axe color-contrast" in fault for fault in found), found


def test_whatever_shows_on_a_phone_alone_is_looked_at_whole(glass: Glass) -> None:
    style = "<style>@media (min-width: 700px) { input { display: none } }</style>"
    hidden = with_one_more('<input type="text" name="words">').html.replace("</head>", f"{style}</head>")
    found = glass.look(Answer("/a-page/", 200, {"content-type": "text/html"}, hidden.encode(), 1)).faults
    assert [fault.split(":")[0] for fault in found if "label" in fault] == ["(dark, 320) axe label"]


def test_a_heavy_page_is_too_heavy(glass: Glass) -> None:
    looked = glass.look(page(SOUND + f"<!-- {'x' * HEAVIEST} -->"))
    assert looked.weight > HEAVIEST
