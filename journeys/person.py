"""Somebody at a browser. The methods read as a parent would tell it: goes, writes, chooses, presses, sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .house import House

CODE = r"code to sign in is ([\d ]+\d)"

REACH = 150
"""How many times somebody presses Tab before giving up: a page that needs more is a bad page."""


@dataclass
class Somebody:
    """One person with one browser window. With ``keyboard`` nothing is ever clicked."""

    house: House
    page: Page
    name: str = ""
    keyboard: bool = False
    secret_link: str = ""
    walked: list[str] = field(default_factory=list)

    # going about -----------------------------------------------------------------------------------
    @property
    def address(self) -> str:
        return f"{self.name.lower()}@netherby.example"

    def goes_to(self, path: str) -> None:
        """Open an address, as from a bookmark or a message."""
        self.page.goto(path if path.startswith("http") else self.house.address + path)
        self.walked.append(self.page.url)

    def follows(self, words: str) -> None:
        """Follow a link by what it says."""
        self._use(self.page.get_by_role("link", name=re.compile(words)).first)

    def presses(self, words: str) -> None:
        """Press a button by what it says (a link that looks like a button counts)."""
        button = self.page.get_by_role("button", name=re.compile(words))
        self._use(button.first)

    def follows_or_presses(self, words: str) -> None:
        """Use what says so, whether it is a link or a button."""
        link, button = (self.page.get_by_role(role, name=re.compile(words)) for role in ("link", "button"))
        self._use((button if button.count() else link).first)

    def opens_up(self, words: str) -> None:
        """Open a part of the page that is folded up."""
        fold = self.page.locator("summary", has_text=re.compile(words)).first
        if fold.evaluate("one => one.parentElement.open"):
            return
        if self.keyboard:
            self._reach(fold)
            self.page.keyboard.press("Enter")
        else:
            fold.click()

    def chooses_if_asked(self, label: str) -> None:
        """Choose it where there is something to choose."""
        box = self.page.get_by_label(re.compile(label))
        if box.count() and not box.first.is_checked():
            self.chooses(label)

    def writes(self, label: str, words: str) -> None:
        """Fill a field, found by its label."""
        box = self.page.get_by_label(re.compile(label)).first
        if self.keyboard:
            self._reach(box)
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(words)
        else:
            box.fill(words)

    def chooses(self, label: str) -> None:
        """Tick a box or take one of several, by its label."""
        box = self.page.get_by_label(re.compile(label)).first
        if not self.keyboard:
            box.check()
        elif box.get_attribute("type") == "radio":
            self._reach_radio(box)
        elif not box.is_checked():
            self._reach(box)
            self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def picks(self, label: str, option: str) -> None:
        """Choose from a list."""
        box = self.page.get_by_label(re.compile(label)).first
        whole = box.locator("option", has_text=option).first.inner_text()
        if self.keyboard:
            self._reach(box)
            self.page.keyboard.type(whole)
        else:
            box.select_option(label=whole)
        expect(box.locator("option:checked")).to_have_text(whole)

    # seeing ------------------------------------------------------------------------------------------
    def sees(self, words: str) -> None:
        """These words stand on the page, where anybody can see them."""
        expect(self.page.locator("body")).to_contain_text(re.compile(words))
        self.everything_is_in_reach()

    def does_not_see(self, words: str) -> None:
        """These words are nowhere on the page."""
        expect(self.page.locator("body")).not_to_contain_text(re.compile(words))

    def everything_is_in_reach(self) -> None:
        """Nothing is off to the side."""
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide} px"

    # signing in -----------------------------------------------------------------------------------------
    def signs_in(self) -> None:
        """By the code that really came."""
        self.goes_to("/sign-in/")
        self.signs_in_here()

    def signs_in_here(self) -> None:
        """The same, on the page that asks for it."""
        before = len(self.house.messages_to(self.address))
        self.writes("E-mail|e-mail|phone", self.address)
        self.presses("code")
        message = self.house.latest_to(self.address, CODE, since=before)
        code = re.search(CODE, message)
        assert code
        self.writes("[Cc]ode", code[1])
        self.presses("Sign in|Carry on")

    # how it is done ---------------------------------------------------------------------------------------
    def _use(self, what: Locator) -> None:
        """Every link and button of ours leads to a page: wait until it is there."""
        if self.keyboard:
            self._reach(what)
        with self.page.expect_navigation():
            if self.keyboard:
                self.page.keyboard.press("Enter")
            else:
                what.click()
        self.walked.append(self.page.url)

    def _reach(self, what: Locator) -> None:
        """Press Tab until this has the focus, and see that the focus can be seen."""
        expect(what).to_be_visible()
        for _ in range(REACH):
            if self._has_focus(what):
                assert self._shows_focus(what), f"the focus cannot be seen on {what}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} cannot be reached by keyboard on {self.page.url}")

    def _reach_radio(self, radio: Locator) -> None:
        """Tab to the group, then the arrow keys to the one."""
        group = self.page.locator(f"input[type=radio][name='{radio.get_attribute('name')}']")
        for _ in range(REACH):
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                break
            self.page.keyboard.press("Tab")
        for _ in range(group.count() + 1):
            if self._has_focus(radio):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{radio} cannot be reached by keyboard on {self.page.url}")

    @staticmethod
    def _has_focus(what: Locator) -> bool:
        return bool(what.evaluate("one => one === document.activeElement"))

    @staticmethod
    def _shows_focus(what: Locator) -> bool:
        style: dict[str, Any] = what.evaluate(
            "one => { const s = getComputedStyle(one);"
            " return {outline: s.outlineStyle, shadow: s.boxShadow, type: one.type} }"
        )
        drawn_by_label = style["type"] in ("checkbox", "radio")
        return drawn_by_label or style["outline"] != "none" or style["shadow"] != "none"
