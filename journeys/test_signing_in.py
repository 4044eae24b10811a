"""Signing in with a second step: an app, a passkey, paper, and what is left behind when one goes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.welcome import totp

from .house import House
from .looking import AXE, RUN_AXE
from .person import Somebody

WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own: in the other one the cast must stay as they are."""
    house = AtItsName(var=tmp_path_factory.mktemp("signing-in"))
    try:
        house.open()
        yield house
    finally:
        house.close()


class AtItsName(House):
    """Opened by its name and not by its number: passkeys are bound to names."""

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"


@pytest.fixture
def comes(browser: Browser, own_house: House) -> Iterator[Callable[..., Somebody]]:
    """Somebody at a window of their own."""
    contexts = []

    def opens(name: str, *, script: bool = True, width: int = 1280, dark: bool = False) -> Somebody:
        theme = "dark" if dark else "light"
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 800}, color_scheme=theme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return Somebody(own_house, page, name)

    yield opens
    for context in contexts:
        context.close()


def looks_well(page: Page, pictures: Path, name: str) -> None:
    """No violation, nothing off to the side, light and dark, narrow and wide; and a picture of each."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.screenshot(path=pictures / f"{name}-{width}-{theme}.png", full_page=True)
            if not page.evaluate("'axe' in window"):
                page.evaluate(AXE.read_text(encoding="utf-8"))
            assert page.evaluate(RUN_AXE) == [], (name, width, theme)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (name, width)


def with_an_authenticator(page: Page) -> Any:
    """This browser has a device that sees its owner's finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


def shown_now(key: str) -> str:
    """What an app with this key shows."""
    return totp.digits(key, totp.step_of(datetime.now(UTC)))


def shown_next(key: str) -> str:
    """The digits after these: a clock may be half a minute early, and each may be used once."""
    return totp.digits(key, totp.step_of(datetime.now(UTC)) + 1)


def sets_up_an_app(who: Somebody) -> str:
    who.presses("Set up an app")
    who.opens_up("I would rather type it")
    key = who.page.locator("details code").inner_text().replace(" ", "")
    who.writes("six digits", shown_now(key))
    who.presses("Finish")
    return key


def test_gwen_sets_up_an_app_without_script_and_signs_in_with_it(
    comes: Callable[..., Somebody], pictures: Path
) -> None:
    gwen = comes("Gwen", script=False, width=360)
    gwen.signs_in()
    gwen.follows("How I sign in")
    key = sets_up_an_app(gwen)
    gwen.sees("With a code on paper")
    gwen.presses("Show me ten codes")
    codes = re.findall(r"\w{4}-\w{4}-\w{4}", gwen.page.locator("main ol").inner_text())
    assert len(codes) == 10
    gwen.follows_or_presses("I have them on paper")
    gwen.presses("Sign out")

    gwen.signs_in()
    gwen.sees("One more step")
    gwen.goes_to("/netherby/readings/")
    gwen.sees("One more step")
    gwen.writes("six digits", "000000")
    gwen.presses("Carry on")
    gwen.sees("not the digits that your app shows")
    gwen.writes("six digits", shown_next(key))
    gwen.presses("Carry on")
    gwen.sees("Voices to read")

    elsewhere = comes("Gwen", script=False)
    elsewhere.signs_in()
    elsewhere.writes("six digits", codes[4])
    elsewhere.presses("Carry on")
    gwen.house.latest_to("gwen@netherby.example", "One of your recovery codes was used")
    elsewhere.goes_to("/sign-in/places/")
    elsewhere.presses("Sign out everywhere else")
    elsewhere.sees("You are signed in nowhere else")
    gwen.goes_to("/my/")
    gwen.sees("Come in")


def test_kit_makes_a_passkey_and_shows_it(comes: Callable[..., Somebody], pictures: Path) -> None:
    kit = comes("Kit")
    with_an_authenticator(kit.page)
    kit.signs_in()
    kit.goes_to("/sign-in/ways/")
    kit.presses("Make a passkey")
    looks_well(kit.page, pictures, "passkey")
    kit.writes("call this device", "my laptop")
    kit.presses("Make a passkey")
    kit.sees("With a code on paper")
    kit.goes_to("/sign-in/ways/")
    kit.sees("Passkey “my laptop”")
    kit.goes_to("/my/")
    kit.presses("Sign out")

    kit.signs_in()
    kit.goes_to("/netherby/readings/")
    kit.sees("One more step")
    looks_well(kit.page, pictures, "second")
    kit.presses("Use my passkey")
    kit.sees("Voices to read")


AN_HOUR_LATER = """
import django; django.setup()
from datetime import datetime, timedelta
from alongside.welcome.models import Session
from alongside.welcome.store import SessionStore
from alongside.welcome.strength import CAST, STEPPED
for row in Session.objects.exclude(person=None):
    said = row.get_decoded()
    if STEPPED in said:
        said.pop(CAST, None)
        said[STEPPED] = (datetime.fromisoformat(said[STEPPED]) - timedelta(hours=1)).isoformat()
        row.session_data = SessionStore().encode(said)
        row.save(update_fields=["session_data"])
"""


def an_hour_goes_by(house: House) -> None:
    """Every second step taken so far is an hour older, and the demo does not look through its fingers."""
    env = house.environment | {"DJANGO_SETTINGS_MODULE": "alongside.settings"}
    subprocess.run([sys.executable, "-c", AN_HOUR_LATER], env=env, check=True)


def test_words_wait_while_the_second_step_is_taken_again(
    comes: Callable[..., Somebody], own_house: House, pictures: Path
) -> None:
    asha, jo = comes("Asha"), comes("Jo")
    asha.signs_in()
    asha.goes_to("/sign-in/ways/")
    sets_up_an_app(asha)
    jo.signs_in()
    jo.goes_to("/sign-in/ways/")
    key = sets_up_an_app(jo)
    jo.goes_to("/netherby/second-ways/")
    jo.writes("How do you know", "She came in and showed me her bus pass.")
    an_hour_goes_by(own_house)
    jo.presses("Take")
    jo.sees("One more step")
    jo.writes("six digits", shown_next(key))
    jo.presses("Carry on")
    jo.sees("Carry on where you were")
    jo.sees("She came in and showed me her bus pass.")
    looks_well(jo.page, pictures, "carry-on")
    jo.presses("Send it now")
    jo.sees("Who has lost them?")
    expect(jo.page.get_by_label("How do you know")).to_have_value("She came in and showed me her bus pass.")
    jo.goes_to("/sign-in/ways/")
    jo.follows_or_presses("Take it away")
    jo.follows_or_presses("Take it away")


def test_the_pages_look_well(comes: Callable[..., Somebody], pictures: Path) -> None:
    jo = comes("Jo")
    jo.signs_in()
    jo.goes_to("/sign-in/ways/")
    looks_well(jo.page, pictures, "ways-none")
    jo.presses("Set up an app")
    jo.opens_up("I would rather type it")
    looks_well(jo.page, pictures, "app")
    jo.goes_to("/sign-in/ways/")
    sets_up_an_app(jo)
    looks_well(jo.page, pictures, "recovery-before")
    jo.presses("Show me ten codes")
    looks_well(jo.page, pictures, "recovery")
    for name, path in {
        "ways": "/sign-in/ways/", "places": "/sign-in/places/", "lost": "/netherby/second-ways/",
        "cast": "/cast/",
    }.items():  # fmt: skip
        jo.goes_to(path)
        looks_well(jo.page, pictures, name)
    jo.goes_to("/sign-in/ways/")
    jo.presses("Take it away")
    looks_well(jo.page, pictures, "removal")


def test_after_signing_out_back_shows_nothing(comes: Callable[..., Somebody]) -> None:
    for script in (True, False):
        hal = comes("Hal", script=script)
        hal.signs_in()
        hal.goes_to("/netherby/concerns/")
        hal.goes_to("/my/")
        hal.sees("Hello, Hal")
        hal.presses("Sign out")
        for _ in range(3):
            hal.page.go_back()
            expect(hal.page.locator("body")).not_to_contain_text("Hello, Hal")
            expect(hal.page.locator("body")).not_to_contain_text("Concerns in Netherby")
