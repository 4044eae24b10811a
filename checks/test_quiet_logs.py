"""Logs hold no people, and no keys to them."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from django.urls import reverse

from alongside.people.demo import Netherby
from alongside.quiet_logs import NoAddresses

ADDRESS = "cara@home.example"
SECRET = "abcdefghjkmnpqrstuvwxyz234"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What our console would have printed."""
    caplog.handler.addFilter(NoAddresses())
    return caplog


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "promises:verdict",
        "voice:reply_by_code",
        "website:my_copy_by_link",
        "website:my_data_by_link",
        "website:my_erasure_by_link",
        "website:way_back",
    ],
)
def test_a_secret_link_is_never_in_the_log(name: str, log: pytest.LogCaptureFixture) -> None:
    path = reverse(name, args=[SECRET])
    for tail in ("", "”", "…/", "\\", "\n"):
        Client().get(f"{path[:-1]}{tail}/")
        Client().get(path + tail)
        Client(enforce_csrf_checks=True).post(path + tail)

    assert any(word in log.text for word in ("Not Found", "Forbidden", "Method Not Allowed"))
    assert SECRET not in log.text


@pytest.mark.django_db
def test_whoever_is_refused_is_in_the_log(log: pytest.LogCaptureFixture, netherby: Netherby) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(netherby.ben)
    browser.get("/netherby/concerns/")
    browser.post("/netherby/tell/", {"organisation": "mine"})
    browser.get("/netherby/", headers={"host": "elsewhere.example"})

    assert "Not Found: <slug:area>/concerns/" in log.text
    assert "Forbidden (CSRF" in log.text
    assert "a request for another host was refused" in log.text
    assert "elsewhere" not in log.text
    assert netherby.ben.screen_name not in log.text


@pytest.mark.django_db
def test_the_words_of_a_fault_are_never_in_the_log(
    log: pytest.LogCaptureFixture, netherby: Netherby, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that refuses a row says whose address stood in it, and so does whatever comes of that."""

    def refuses(*_: object, **__: object) -> None:
        try:
            raise ValueError(f"Key (lower(email))=({ADDRESS}) already exists.")
        except ValueError as error:
            raise RuntimeError(f"not for {ADDRESS}") from error

    monkeypatch.setattr("alongside.website.views.about.rules", refuses)
    Client(raise_request_exception=False).get("/netherby/privacy/")

    assert "RuntimeError" in log.text
    assert "ValueError" in log.text
    assert "about.py" in log.text
    assert ADDRESS not in log.text


def test_the_console_has_the_filter(settings: object) -> None:
    handlers = settings.LOGGING["handlers"]  # type: ignore[attr-defined]
    assert all("no_addresses" in handler["filters"] for handler in handlers.values())


def test_without_the_filter_it_would_be_there(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("django.request").warning("Not Found: %s", f"/verdicts/{SECRET}/")
    assert SECRET in caplog.text
