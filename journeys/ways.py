"""The ways in which people come to a journey: all of them get to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from playwright.sync_api import Page

from .house import House
from .person import Somebody

P = TypeVar("P", bound=Somebody)
Comes = Callable[..., Any]
"""``comes(Member, "Jo")``: somebody of this kind, signed in if they have a name."""


@dataclass(frozen=True)
class Way:
    """With or without script, how wide the page is, by mouse or by keyboard alone, light or dark."""

    script: bool = True
    width: int = 1280
    keyboard: bool = False
    dark: bool = False

    def for_people_at(self, house: House, window: Callable[..., Page]) -> Comes:
        """Who comes to this journey comes in this way."""

        def someone(kind: type[P], name: str = "") -> P:
            page = window(script=self.script, width=self.width, dark=self.dark)
            one = kind(house, page, name, self.keyboard)
            if name:
                one.signs_in()
            return one

        return someone


DESK = {"with script, by mouse, on a desk": Way()}
PHONE = {
    "without script, by keyboard alone, on a small phone": Way(script=False, width=320, keyboard=True),
}
DARK = {"with script, by keyboard alone, in the dark": Way(width=768, keyboard=True, dark=True)}


def named(way: str) -> str:
    """What a test is called that goes this way."""
    return way.replace(",", "").replace(" ", "-")
