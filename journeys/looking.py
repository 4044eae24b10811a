"""One page in a real browser: what axe finds, what sticks out, what it asks for, and what it weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Route

from .in_the_page import CUT_OFF, OF_LOOKS, RUN_AXE, SPACED, STICKS_OUT, UNFOLD
from .visitor import Answer, Visitor

AXE = Path("node_modules/axe-core/axe.min.js")
HEAVIEST = 100_000
"""Bytes over the wire for the first load of a page with all that belongs to it."""

NARROW, WIDE = 320, 1280
THEMES = ("light", "dark")
WHOLE = ((WIDE, "light"), (NARROW, "dark"))

A_PICTURE = re.compile(r"/(?:stories/[^/]+/picture|tell/picture/file)/$|/reviews/[^/]+/links/[^/]+/qr\.svg$")


@dataclass
class Looked:
    """What was found on one page."""

    faults: list[str] = field(default_factory=list)
    weight: int = 0
    runs: int = 0


@cache
def file_of(address: str, path: str) -> Answer:
    """One of our files, as a browser asks for it; asked for once, since every page needs the same."""
    visitor = Visitor(address)
    try:
        return visitor.get(path)
    finally:
        visitor.leaves()


def as_it_was_sent(route: Route, answer: Answer) -> None:
    """Give the browser this answer."""
    head = {name: value for name, value in answer.headers.items() if name != "content-length"}
    route.fulfill(status=answer.status, headers=head, body=answer.body)


class Glass:
    """A browser window that is shown pages which a visitor has fetched, just as they were sent."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.looked = Looked()
        self.context = browser.new_context(
            viewport={"width": WIDE, "height": 800}, locale="en-GB", timezone_id="Europe/London"
        )
        self.context.add_init_script(path=AXE)
        self.page = self.context.new_page()
        self.page.route(re.compile(f"^{re.escape(address)}/static/"), self._hands_over)
        self.page.on("console", self._hears)
        self.page.on("pageerror", self._breaks)
        self.page.on("request", self._fetches)

    def look(self, answer: Answer) -> Looked:
        """Open it, wide and narrow, light and dark, and with text set wide.

        Every rule runs wide and light, and narrow and dark; the rules of looks run in all four.
        """
        self.looked = Looked(weight=answer.weight)
        with self._shown(answer) as page:
            page.evaluate(UNFOLD)
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": 800})
                for theme in THEMES:
                    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
                    only = [] if (width, theme) in WHOLE else OF_LOOKS
                    self._notes(f"{theme}, {width}", page.evaluate(RUN_AXE, only))
                    self.looked.runs += 1
                self._notes(f"{width}", page.evaluate(STICKS_OUT))
            page.evaluate(SPACED)
            self._notes(f"{NARROW}, text set wide", page.evaluate(STICKS_OUT) + page.evaluate(CUT_OFF))
        return self.looked

    @contextmanager
    def _shown(self, answer: Answer) -> Iterator[Page]:
        url = self.address + answer.path
        exactly = re.compile(f"^{re.escape(url)}$")
        self.page.set_viewport_size({"width": WIDE, "height": 800})
        self.page.route(exactly, lambda route: as_it_was_sent(route, answer))
        self.page.goto(url)
        yield self.page
        self.page.unroute(exactly)

    def _hands_over(self, route: Route) -> None:
        as_it_was_sent(route, file_of(self.address, route.request.url.removeprefix(self.address)))

    def _notes(self, when: str, faults: list[str]) -> None:
        self.looked.faults += [f"({when}) {fault}" for fault in faults]

    def _fetches(self, request: Request) -> None:
        if request.is_navigation_request() or request.url.startswith("data:"):
            return
        if not request.url.startswith(self.address):
            self.looked.faults.append(f"asks another host for {request.url}")
            return
        self.looked.weight += file_of(self.address, request.url.removeprefix(self.address)).weight

    def _breaks(self, error: Error) -> None:
        self.looked.faults.append(f"script failed: {error}")

    def _hears(self, said: ConsoleMessage) -> None:
        of_the_page_itself = said.location.get("url") == self.page.url and "Failed to load" in said.text
        # The glass is nobody, so a picture behind a door is not there for it; the room's own tests open it.
        behind_a_door = A_PICTURE.search(said.location.get("url", "")) and "404" in said.text
        if said.type in ("error", "warning") and not of_the_page_itself and not behind_a_door:
            self.looked.faults.append(f"the console says: {said.text}")
