"""Logs hold no people, and no keys to them."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from django.urls import reverse

from alongside.quiet_logs import NoAddresses

SECRET = "abcdefghjkmnpqrstuvwxyz234"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What our console would have printed."""
    caplog.handler.addFilter(NoAddresses())
    return caplog


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["promises:verdict", "website:way_back", "voice:reply_by_code"])
def test_a_secret_link_is_never_in_the_log(name: str, log: pytest.LogCaptureFixture) -> None:
    path = reverse(name, args=[SECRET])
    Client().get(path)
    Client(enforce_csrf_checks=True).post(path)

    assert "Not Found" in log.text or "Forbidden" in log.text
    assert SECRET not in log.text


def test_the_console_has_the_filter(settings: object) -> None:
    handlers = settings.LOGGING["handlers"]  # type: ignore[attr-defined]
    assert all("no_addresses" in handler["filters"] for handler in handlers.values())


def test_without_the_filter_it_would_be_there(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("django.request").warning("Not Found: %s", f"/verdicts/{SECRET}/")
    assert SECRET in caplog.text
