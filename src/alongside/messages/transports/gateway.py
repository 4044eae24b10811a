"""Texts by a plain gateway over HTTP: one POST for each. ``docs/texts.md`` has the shape.

What the gateway answers says what becomes of the text. Its words are never read and never kept: they tend to
hold the number. A redirect is not followed, so that no token is ever shown to another house.
"""

from __future__ import annotations

import json
import re
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import ClassVar
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from alongside.messages.texts import to_send
from alongside.messages.transports.envelope import Away, Closed, Envelope, Never, Transport
from alongside.messages.ways_back import Channel

SECONDS = 15
"""How long we wait: for the line, and for each piece of the answer."""
TAKEN = (*range(200, 300), 409)
"""It has it now; or, by 409, has had it before: we had sent it, and could not write that down."""
NOT_THIS_ONE = (400, 410, 413, 422)
"""It is about this number or this text, and will be so tomorrow."""
TOO_MANY = 429
HERE = ("localhost", "127.0.0.1", "::1")
"""Where a gateway may be spoken to in the open: on this very machine."""
NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


class Gateway(Transport):
    """One connection for each text: a dead gateway costs one try, not a batch."""

    carries: ClassVar = frozenset({Channel.TEXT})

    def send(self, envelope: Envelope) -> None:
        """Post it. The id is the message's own, so that the gateway knows a second try again."""
        if not NUMBER.fullmatch(envelope.to):
            raise Never("this is no number that a text can go to")
        place = place_of(settings.SMS_URL)
        if place is None or not settings.SMS_TOKEN:
            raise Away("no gateway is set")
        text = to_send(envelope.body)
        said = {"id": str(envelope.id), "to": envelope.to, "from": settings.SMS_FROM, "text": text}
        _judge(_posted(place, json.dumps(said).encode()))


def place_of(address: str) -> SplitResult | None:
    """The gateway's address; none if it is no address, or one to which a number would go in the open."""
    try:
        place = urlsplit(address)
        _ = place.port
    except ValueError:
        return None
    sealed = place.scheme == "https" or (place.scheme == "http" and place.hostname in HERE)
    return place if sealed and place.hostname and not place.username else None


def _posted(place: SplitResult, body: bytes) -> int:
    """Send this there; what it answers, as a number. Raises ``Away`` if nobody does."""
    kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
    line = kind(place.hostname or "", place.port, timeout=SECONDS)
    head = {"Authorization": f"Bearer {settings.SMS_TOKEN}", "Content-Type": "application/json"}
    try:
        line.request("POST", f"{place.path or '/'}{f'?{place.query}' if place.query else ''}", body, head)
        return line.getresponse().status
    except (OSError, HTTPException, ValueError) as error:
        raise Away(type(error).__name__) from None  # the error's own words may hold an address
    finally:
        line.close()


def _judge(status: int) -> None:
    """Quietly if it was taken; else what that number means for this text, or for all."""
    if status in TAKEN:
        return
    if status in NOT_THIS_ONE:
        raise Never(f"the gateway does not take this text ({status})")
    raise (Closed if status == TOO_MANY else Away)(f"the gateway says {status}")
