"""One house for all journeys, one browser, and a window for each of the people in the story."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .house import House, made_once
from .looking import Glass
from .person import Somebody

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The machine's own browser; ``make test`` says where it is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("ALONGSIDE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert found, "needs chromium: install the package chromium"
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Netherby, made once for all who test at the same time."""
    ours = tmp_path_factory.getbasetemp()
    return made_once((ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "made")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Iterator[House]:
    """Netherby, up and running."""
    house = House(var=tmp_path_factory.mktemp("netherby"), made=made)
    try:
        house.open()
        yield house
    finally:
        house.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(browser: Browser, house: House) -> Iterator[Callable[..., Page]]:
    """Opens windows; each refuses to speak to any other host, and tells when a page is broken."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def opens(*, script: bool = True, width: int = 1280, dark: bool = False) -> Page:
        context = browser.new_context(
            java_script_enabled=script,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: _stays(request.url, house, trouble))
        page.on("response", lambda answer: _holds(answer.status, answer.url, trouble))
        page.on("console", lambda said: said.type == "error" and trouble.append(said.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        return page

    yield opens
    for context in contexts:
        context.close()
    assert trouble == []


def _stays(url: str, house: House, trouble: list[str]) -> None:
    if not url.startswith((house.address, "data:", "about:")):
        trouble.append(f"a request left for {url}")


def _holds(status: int, url: str, trouble: list[str]) -> None:
    if status >= 500:
        trouble.append(f"{url} answered {status}")


@pytest.fixture
def somebody(house: House, window: Callable[..., Page]) -> Callable[..., Somebody]:
    """A person at a browser: ``somebody("Asha", keyboard=True, width=320)``."""

    def comes(name: str = "", *, keyboard: bool = False, **kind: object) -> Somebody:
        return Somebody(house, window(**kind), name, keyboard)

    return comes


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go: into the guide when they are made for it, else away with everything of this run."""
    folder = os.environ.get("ALONGSIDE_PICTURES")
    return Path(folder) if folder else tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def glass(browser: Browser, house: House) -> Iterator[Glass]:
    """A window to look through."""
    glass = Glass(browser, house.address)
    yield glass
    glass.context.close()
