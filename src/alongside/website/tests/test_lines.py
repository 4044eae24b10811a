"""What goes over a line between two machines goes sealed, or ``check --deploy`` says so."""

from __future__ import annotations

import ssl
from typing import Any

import pytest
from django.core.mail.backends.smtp import EmailBackend

from alongside.website.lines import database_is_sealed, is_here, mail_is_sealed

AWAY = {"ENGINE": "django.db.backends.postgresql", "HOST": "db.example.org", "OPTIONS": {}}


def ids(found: list[Any]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "::1", "/run/postgresql"])
def test_this_machine_needs_no_seal(host: str, settings: Any) -> None:
    settings.OUTBOX, settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "smtp", host, False
    assert is_here(host)
    assert mail_is_sealed(None) == []


@pytest.mark.parametrize("host", ["mail.example.org", "10.0.0.7", "localhost.example.org"])
def test_mail_that_anybody_could_read_on_its_way_is_a_warning(host: str, settings: Any) -> None:
    settings.OUTBOX, settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "folder,smtp", host, False
    assert ids(mail_is_sealed(None)) == ["website.W001"]
    settings.EMAIL_USE_TLS = True
    assert mail_is_sealed(None) == []
    settings.EMAIL_USE_TLS, settings.OUTBOX = False, "folder"
    assert mail_is_sealed(None) == []


def test_a_mail_server_must_prove_who_it_is() -> None:
    context = EmailBackend(use_tls=True).ssl_context
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize("mode", ["", "disable", "prefer", "require", "verify-ca"])
def test_a_database_that_proves_nothing_is_a_warning(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {**AWAY, "OPTIONS": {"sslmode": mode}}
    monkeypatch.setattr("alongside.website.lines.settings.DATABASES", {"default": ours})
    assert ids(database_is_sealed(None)) == ["website.W002"]
    ours = {**ours, "HOST": "", "OPTIONS": {"sslmode": mode, "host": "db.example.org"}}
    monkeypatch.setattr("alongside.website.lines.settings.DATABASES", {"default": ours})
    assert ids(database_is_sealed(None)) == ["website.W002"]


@pytest.mark.parametrize(
    "ours",
    [
        {**AWAY, "OPTIONS": {"sslmode": "verify-full"}},
        {**AWAY, "HOST": "/run/postgresql"},
        {"ENGINE": "django.db.backends.sqlite3", "HOST": ""},
    ],
)
def test_one_that_does_or_that_is_here_is_none(ours: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.website.lines.settings.DATABASES", {"default": ours})
    assert database_is_sealed(None) == []
