"""Five hundred words on a phone, and then something breaks: every word is there, and one press sends them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from .house import House
from .long_words import FORMS, Writer, five_hundred, places
from .person import Somebody

pytestmark = pytest.mark.xdist_group("words kept")

PLAIN = ("concern", "wording")
"""One for anybody and one for somebody: these are tried without script too."""
WAYS = [(name, True) for name in FORMS] + [(name, False) for name in PLAIN]
SIGNED_IN = [(name, script) for name, script in WAYS if FORMS[name].who]


def shortly(cases: Sequence[Any], keep: int) -> list[Any]:
    """All of them in the long run; only the one at this place in the short one."""
    return [case if place == keep else pytest.param(*_parts(case), marks=pytest.mark.long)
            for place, case in enumerate(cases)]  # fmt: skip


def _parts(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)


PHONE = {"width": 360, "height": 740}
Writes = Callable[..., Writer]


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Iterator[House]:
    """A house of its own: this one is broken on purpose."""
    house = House(var=tmp_path_factory.mktemp("words-kept"), made=made)
    try:
        house.open()
        yield house
    finally:
        house.close()


@pytest.fixture(scope="module")
def where(own_house: House) -> dict[str, str]:
    return places(own_house)


@pytest.fixture
def writes(browser: Browser, own_house: House, where: dict[str, str]) -> Iterator[Writes]:
    """Somebody with a phone writes 500 words into this form."""
    contexts = []

    def begins(name: str, about: str, *, script: bool = True) -> Writer:
        context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.clock.install()
        form, about = FORMS[name], f"{about}{'' if script else ' plainly'}"
        writer = Writer(Somebody(own_house, page, form.who), form, five_hundred(about))
        if form.who:
            writer.one.signs_in()
        writer.goes_there(where)
        writer.writes()
        return writer

    yield begins
    for context in contexts:
        context.close()


@contextmanager
def without(house: House, table: str) -> Iterator[None]:
    """One table cannot be found: what needs it breaks in the middle of what it does."""
    line = sqlite3.connect(house.var / "alongside.sqlite3", isolation_level=None, timeout=20)
    line.execute("PRAGMA legacy_alter_table=ON")
    line.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
    try:
        yield
    finally:
        line.execute(f"ALTER TABLE {table}_away RENAME TO {table}")
        line.close()


@pytest.mark.parametrize(("name", "script"), shortly(SIGNED_IN, 0))
def test_the_session_ends(writes: Writes, name: str, script: bool) -> None:
    her = writes(name, "ended", script=script)
    her.one.page.context.clear_cookies(name="session")
    her.sends()
    her.still_has_them()
    her.one.presses("Sign in, and keep my words")
    her.one.sees("What was typed here is safe")
    her.one.signs_in_here()
    her.one.sees("Carry on where you were")
    expect(her.one.page.locator("main")).to_contain_text(her.words)
    her.one.presses("Send it now")
    her.has_sent_them()


def test_the_draft_is_gone_while_she_writes(writes: Writes) -> None:
    her = writes("tell", "undrafted")
    her.one.page.context.clear_cookies(name="draft")
    her.sends()
    her.has_sent_them()
    her.one.goes_to("/netherby/tell/happened/")
    her.still_has_them()


def test_the_draft_is_gone_before_she_sends(writes: Writes) -> None:
    her = writes("tell", "overlooked")
    her.sends()
    her.one.goes_to("/netherby/tell/check/")
    expect(her.one.page.locator("main")).to_contain_text(her.words)
    her.one.page.context.clear_cookies(name="draft")
    her.one.presses("Send it")
    her.one.sees("Your words are here")
    expect(her.one.page.locator("main")).to_contain_text(her.words)
    her.one.presses("Send it")
    her.one.sees("Thank you")
    her.one.goes_to("/netherby/tell/check/")
    her.one.does_not_see("overlooked")


@pytest.mark.parametrize(("name", "script"), shortly(WAYS, len(FORMS)))
def test_the_token_expires(writes: Writes, name: str, script: bool) -> None:
    her = writes(name, "expired", script=script)
    her.one.page.context.clear_cookies(name="csrf")
    her.sends()
    her.still_has_them()
    her.one.presses("Send it once more")
    her.has_sent_them()


@pytest.mark.parametrize("name", shortly(list(FORMS), 2))
def test_the_network_drops_and_comes_back(writes: Writes, name: str) -> None:
    her = writes(name, "dropped")
    her.one.page.context.set_offline(True)
    her.presses_in_vain()
    her.is_told_to_wait()
    her.waits_a_moment()
    her.presses_in_vain()
    her.is_told_to_wait()
    her.one.everything_is_in_reach()
    her.one.page.context.set_offline(False)
    her.waits_a_moment()
    her.sends()
    her.has_sent_them()


@pytest.mark.parametrize("name", shortly(PLAIN, 0))
def test_without_script_the_browser_sends_them_when_the_network_is_back(writes: Writes, name: str) -> None:
    """Its own page takes the place of ours; *Reload* there sends the form that could not be sent."""
    her = writes(name, "reloaded", script=False)
    her.one.page.context.set_offline(True)
    her.presses_in_vain()
    her.one.page.wait_for_url("chrome-error://**")
    her.one.page.context.set_offline(False)
    her.one.page.reload()
    her.has_sent_them()


@pytest.mark.parametrize(("name", "script"), shortly(WAYS, 1))
def test_the_server_breaks(writes: Writes, own_house: House, name: str, script: bool) -> None:
    her = writes(name, "broken", script=script)
    with without(own_house, her.form.writes_to):
        her.sends()
        her.one.sees("We cannot get at our records just now")
        her.still_has_them()
    her.one.presses("Send it once more")
    her.has_sent_them()


@pytest.mark.parametrize("name", shortly(list(FORMS), 3))
def test_a_rule_says_no(writes: Writes, name: str) -> None:
    her = writes(name, "refused")
    label, words = her.form.spoils
    if not label:  # too long by far: nothing is cut off
        label, her.words = her.form.label, f"{her.words} {'and more ' * 2500}".strip()
        words = her.words
    her.one.writes(label, words)
    her.sends()
    her.one.sees("Your words are safe")
    her.still_has_them()


def test_the_server_dies_and_comes_back(writes: Writes, own_house: House) -> None:
    her = writes("concern", "restarted")
    own_house.kill()
    her.presses_in_vain()
    her.is_told_to_wait()
    own_house.start()
    her.waits_a_moment()
    her.sends()
    her.has_sent_them()
