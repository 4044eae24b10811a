"""``make looks``: every page as a picture, at three widths, light and dark, on one sheet to look through.

    python -m tools.looks [words]    # only pages whose name holds the words

The list is ``journeys/pages.py``: ``PAGES``, each with a ``name``, a ``path`` and ``who`` looks
(a name of the cast, or nothing for anybody).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tools import machine
from tools.ending import follow_make, listen, run_whole
from tools.install import install
from tools.node import assets
from tools.places import PYTHON, ROOT, VAR, say, stop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, StorageState

    from journeys.house import House

WIDTHS = (360, 768, 1280)
THEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
STYLE = """<style>
body { font: 16px sans-serif; margin: 2em; background: #ddd }
img { vertical-align: top; margin: 4px }
small { color: #555 }
</style>"""


class Shown(Protocol):
    """A page on the list."""

    name: str
    path: str
    who: str


def main(words: list[str]) -> None:
    """Set up, open a demo of its own, and photograph it."""
    listen()
    if not words or words[0] != "--ready":
        follow_make()
        _in_the_environment(words)
    from journeys.pages import PAGES

    pages: list[Shown] = [page for page in PAGES if " ".join(words[1:]).lower() in page.name.lower()]
    folder = VAR / "looks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="alongside-looks-") as var:
        trouble = _photograph(pages, folder, Path(var))
    (folder / "index.html").write_text(sheet(pages))
    say(f"{len(pages)} pages: {folder / 'index.html'}")
    if trouble:
        stop("\n".join(trouble))


def _in_the_environment(words: list[str]) -> None:
    """First in the machine's Python, which sets up; then in ours, which has Playwright."""
    install(with_dev=True)
    assets()
    try:
        browser = machine.chromium()
    except machine.Missing as missing:
        stop(f"not done: looks ({missing})")
    env = {**os.environ, "ALONGSIDE_CHROMIUM": browser, "PYTHONPATH": str(ROOT)}
    sys.exit(run_whole([str(PYTHON), "-m", "tools.looks", "--ready", *words], env))


def _photograph(pages: Sequence[Shown], folder: Path, var: Path) -> list[str]:
    """All pages; a sentence for each that did not come."""
    from playwright.sync_api import sync_playwright

    from journeys.house import House

    house = House(var=var)
    trouble = []
    try:
        house.open()
        with sync_playwright() as playwright:
            chromium = playwright.chromium
            browser = chromium.launch(executable_path=os.environ["ALONGSIDE_CHROMIUM"], args=FLAGS)
            keys = {who: _sign_in(browser, house, who) for who in {page.who for page in pages} if who}
            for width in WIDTHS:
                for theme in THEMES:
                    say(f"{width} pixels, {theme} …")
                    trouble += _round(browser, house.address, pages, keys, width, theme, folder)
    finally:
        house.close()
    return trouble


def _sign_in(browser: Browser, house: House, who: str) -> StorageState:
    """As the journeys do it, by the code that really came; once for each person."""
    from journeys.person import Somebody

    context = browser.new_context()
    Somebody(house, context.new_page(), who).signs_in()
    state = context.storage_state()
    context.close()
    return state


def _round(
    browser: Browser,
    address: str,
    pages: Sequence[Shown],
    keys: dict[str, StorageState],
    width: int,
    theme: str,
    folder: Path,
) -> list[str]:
    """Every page in one width and theme."""
    trouble = []
    for who in sorted({page.who or "" for page in pages}):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if theme == "dark" else "light",
            storage_state=keys.get(who),
            locale="en-GB",
        )
        for page in pages:
            if (page.who or "") == who:
                tab = context.new_page()
                answer = tab.goto(address + page.path)
                if answer is None or answer.status != 200:
                    trouble.append(f"{page.name}: {page.path} answered {answer and answer.status}")
                tab.screenshot(path=folder / picture(page, width, theme), full_page=True)
                tab.close()
        context.close()
    return trouble


def picture(page: Shown, width: int, theme: str) -> str:
    """The name of a picture's file."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in page.name.lower())
    return f"{plain}-{width}-{theme}.png"


def sheet(pages: Sequence[Shown]) -> str:
    """One page with all pictures, a row for each page."""
    return f"<!doctype html><meta charset=utf-8><title>Looks</title>\n{STYLE}\n" + "\n".join(map(_row, pages))


def _row(page: Shown) -> str:
    pictures = "\n".join(
        f'<a href="{picture(page, width, theme)}"><img loading="lazy" alt="{width}, {theme}" '
        f'src="{picture(page, width, theme)}" width="{width // 4}"></a>'
        for theme in THEMES
        for width in WIDTHS
    )
    about = f"{escape(page.path)} · {escape(page.who or 'anybody')}"
    return f"<h2>{escape(page.name)} <small>{about}</small></h2>\n<p>{pictures}</p>"


if __name__ == "__main__":
    main(sys.argv[1:])
