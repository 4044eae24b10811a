"""What a gateway says later of a text: that it never arrived. Only a signed word counts."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from uuid import UUID

from django.conf import settings

from .deliver import came_back
from .errors import NotAReport
from .models import Channel, Message

HEAD = "X-Alongside-Signature"
FAILED = {
    "failed": "the gateway could not deliver it",
    "no-such-number": "there is no such number",
}
"""What may be said, and what we keep of it. Any other word is no news to us, and nothing is kept."""


def signed(body: bytes, signature: str) -> bool:
    """Whether whoever sent this knows our secret. Nobody does while there is none."""
    if not settings.SMS_SECRET:
        return False
    ours = hmac.new(settings.SMS_SECRET.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"sha256={ours}".encode(), signature.encode(errors="replace"))


def take(body: bytes, at: datetime) -> None:
    """Believe a signed report: a text that never arrived becomes a task for a human. Twice is once.

    An id that is not there, or is no text's, is quietly passed over. Raises ``NotAReport`` for another shape.
    """
    number, status = _read(body)
    if status not in FAILED:
        return
    message = Message.objects.filter(pk=number, channel=Channel.TEXT).first()
    if message is not None:
        came_back(message, at, FAILED[status])


def _read(body: bytes) -> tuple[UUID, str]:
    try:
        said = json.loads(body)
        return UUID(str(said["id"])), str(said["status"])
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise NotAReport from wrong
