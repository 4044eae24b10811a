"""What goes over a line between two machines goes sealed, and to the machine that is meant."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


def is_here(host: str) -> bool:
    """Whether this name is this machine, or a socket on it."""
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@register(Tags.security, deploy=True)
def mail_is_sealed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's
    """``check --deploy`` warns while letters to people go to another machine for all to read."""
    sealed = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if "smtp" not in settings.OUTBOX or is_here(settings.EMAIL_HOST) or sealed:
        return []
    return [
        Warning(
            "Mail goes to the mail server unsealed.",
            hint="Begin ALONGSIDE_SMTP_URL with smtp+tls:// or smtp+ssl://.",
            id="website.W001",
        )
    ]


@register(Tags.security, deploy=True)
def database_is_sealed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's
    """The same for the database: it must also prove that it is the one that is meant."""
    ours: Mapping[str, Any] = settings.DATABASES["default"]
    options = ours.get("OPTIONS", {})
    is_proven = options.get("sslmode") == "verify-full"
    if not ours["ENGINE"].endswith("postgresql") or is_here(options.get("host") or ours["HOST"]) or is_proven:
        return []
    return [
        Warning(
            "The line to the database is not sealed, or leads to whoever claims to be it.",
            hint="Add ?sslmode=verify-full to DATABASE_URL.",
            id="website.W002",
        )
    ]
