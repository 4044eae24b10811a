"""Settings for messages that are half there are said before anybody waits for a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from .transports import KINDS
from .transports.gateway import place_of

SENDER = re.compile(r"\+?[0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11}")
"""A number, or what a phone can show as a name: 3 to 11 plain letters and figures."""
LONG_ENOUGH = 32


@register(Tags.security)
def ways_are_whole(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's
    """Each way that ``ALONGSIDE_OUTBOX`` names is known, and the gateway for texts has all it needs."""
    named = {name.strip() for name in settings.OUTBOX.split(",") if name.strip()}
    unknown = sorted(named - set(KINDS))
    found: list[CheckMessage] = []
    if unknown:
        hint = f"Name some of these, with commas: {', '.join(KINDS)}."
        found.append(
            Error(f"ALONGSIDE_OUTBOX names {unknown[0]!r}, which is no way.", hint=hint, id="messages.E001")
        )
    if "sms" in named:
        found += _of_the_gateway()
    elif settings.SMS_URL:
        hint = "Add sms to ALONGSIDE_OUTBOX, for instance smtp,sms. Or unset ALONGSIDE_SMS_URL."
        found.append(Warning("A gateway is set, and no text goes by it.", hint=hint, id="messages.W001"))
    if settings.SMS_SECRET and len(settings.SMS_SECRET) < LONG_ENOUGH:
        hint = f"Give it {LONG_ENOUGH} letters or more, by chance. docs/texts.md says how."
        found.append(Error("ALONGSIDE_SMS_SECRET can be guessed.", hint=hint, id="messages.E005"))
    return found


def _of_the_gateway() -> Iterator[CheckMessage]:
    if place_of(settings.SMS_URL) is None:
        hint = (
            "Set ALONGSIDE_SMS_URL to the gateway's address. It begins with https://, and holds no password."
        )
        yield Error("Texts have no gateway to go to.", hint=hint, id="messages.E002")
    if not re.fullmatch(r"[!-~]+", settings.SMS_TOKEN):
        hint = "Set ALONGSIDE_SMS_TOKEN to the token that the gateway gave you, in one piece."
        yield Error("The gateway for texts will not let us in.", hint=hint, id="messages.E003")
    if not SENDER.fullmatch(settings.SMS_FROM):
        hint = "Set ALONGSIDE_SMS_FROM to a number, or to a name of 3 to 11 plain letters and figures."
        yield Error("Texts have no sender that a phone can show.", hint=hint, id="messages.E004")
