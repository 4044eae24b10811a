"""``make looks``: every page as a picture, at three widths, light and dark, on one sheet to look through.

    python -m tools.looks [words]    # only pages whose route holds the words

Which pages there are is found as the journeys find it: by following links as each of the cast.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tools import machine
from tools.ending import follow_make, listen, run_whole
from tools.install import install
from tools.node import assets
from tools.places import PYTHON, ROOT, VAR, say, stop
from tools.running import environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from journeys.house import House

Theme = Literal["light", "dark"]
WIDTHS = (360, 768, 1280)
THEMES: tuple[Theme, ...] = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
STYLE = """<style>
body { font: 16px sans-serif; margin: 2em; background: #ddd }
img { vertical-align: top; margin: 4px }
small { color: #555 }
</style>"""


class Shown(NamedTuple):
    """A page, and who looks at it."""

    name: str
    path: str
    who: str


def main(words: list[str]) -> None:
    """Set up, open a demo of its own, and photograph it."""
    listen()
    if not words or words[0] != "--ready":
        follow_make()
        _in_the_environment(words)
    folder = VAR / "looks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="alongside-looks-") as var:
        pages = _photograph(" ".join(words[1:]), folder, Path(var))
    (folder / "index.html").write_text(sheet(pages))
    say(f"{len(pages)} pages: {folder / 'index.html'}")


def _in_the_environment(words: list[str]) -> None:
    """First in the machine's Python, which sets up; then in ours, which has Playwright."""
    install(with_dev=True)
    assets()
    try:
        browser = machine.chromium()
    except machine.Missing as missing:
        stop(f"not done: looks ({missing})")
    env = environment(
        ALONGSIDE_CHROMIUM=browser,
        ALONGSIDE_DEMO="1",
        PYTHONPATH=str(ROOT),
        DJANGO_SETTINGS_MODULE="alongside.settings",
    )
    sys.exit(run_whole([str(PYTHON), "-m", "tools.looks", "--ready", *words], env))


def _photograph(words: str, folder: Path, var: Path) -> list[Shown]:
    """All pages whose route holds the words."""
    from playwright.sync_api import sync_playwright

    from journeys.house import House

    house = House(var=var)
    try:
        house.open()
        pages = [page for page in _pages(house) if words in page.name]
        with sync_playwright() as playwright:
            chromium = playwright.chromium
            browser = chromium.launch(executable_path=os.environ["ALONGSIDE_CHROMIUM"], args=FLAGS)
            for who in sorted({page.who for page in pages}):
                say(f"as {who} …")
                keys, theirs = _keys(house, who), [page for page in pages if page.who == who]
                for width, theme in product(WIDTHS, THEMES):
                    with _window(browser, keys, width, theme) as window:
                        _round(window, house.address, theirs, folder, f"{width}-{theme}")
    finally:
        house.close()
    return pages


def _pages(house: House) -> list[Shown]:
    """One of each route, as the first of the cast who may open it sees it."""
    import django

    django.setup()  # the walk knows our routes
    from journeys.every_page import Walk

    walk = Walk(house)
    walk.everything()
    found: dict[str, Shown] = {}
    for seen in walk.seen:
        if seen.answer.status == 200 and not seen.how:
            found.setdefault(seen.route, Shown(seen.route, seen.answer.path, seen.who))
    return sorted(found.values())


def _keys(house: House, who: str) -> list[Any]:
    """The cookies of somebody of the cast who has signed in."""
    from journeys.visitor import Visitor

    visitor = Visitor(house.address, who)
    visitor.leaves()
    return [{"name": one.key, "value": one.value, "url": house.address} for one in visitor.cookies.values()]


@contextmanager
def _window(browser: Browser, keys: list[Any], width: int, theme: Theme) -> Iterator[BrowserContext]:
    window = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, locale="en-GB")
    window.add_cookies(keys)
    yield window
    window.close()


def _round(window: BrowserContext, address: str, pages: Sequence[Shown], folder: Path, look: str) -> None:
    """Each page once, as tall as it is."""
    tab = window.new_page()
    for page in pages:
        tab.goto(address + page.path)
        tab.screenshot(path=folder / picture(page, look), full_page=True)


def picture(page: Shown, look: str) -> str:
    """The name of a picture's file."""
    return f"{page.name.replace(':', '-')}-{look}.png"


def sheet(pages: Sequence[Shown]) -> str:
    """One page with all pictures, a row for each page."""
    return f"<!doctype html><meta charset=utf-8><title>Looks</title>\n{STYLE}\n" + "\n".join(map(_row, pages))


def _row(page: Shown) -> str:
    pictures = "\n".join(
        f'<a href="{picture(page, look)}"><img loading="lazy" alt="{look}" src="{picture(page, look)}" '
        f'width="{int(look.split("-")[0]) // 4}"></a>'
        for look in (f"{width}-{theme}" for theme in THEMES for width in WIDTHS)
    )
    about = f"{escape(page.path)} · {escape(page.who)}"
    return f"<h2>{escape(page.name)} <small>{about}</small></h2>\n<p>{pictures}</p>"


if __name__ == "__main__":
    main(sys.argv[1:])
