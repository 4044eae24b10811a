"""What a transport is given, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from alongside.messages.ways_back import Channel


class Never(Exception):
    """This will not work tomorrow either. Its words hold nobody's address."""


class Closed(Exception):
    """The other side takes nothing just now. It seems to be about no one message, and will pass."""


class Away(Closed):
    """Nobody is there, or we are not let in: surely about no one message."""


@dataclass(frozen=True)
class Envelope:
    """One message, addressed. ``id`` and ``due_at`` are the message's own: the same on every try."""

    id: UUID
    kind: str
    channel: Channel
    to: str
    subject: str
    body: str
    at: datetime
    due_at: datetime
    leave: str = ""

    @property
    def leaving(self) -> dict[str, str]:
        """The headers by which a mail program ends such messages in one press (RFC 8058); else none."""
        if not self.leave:
            return {}
        return {"List-Unsubscribe": f"<{self.leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}

    @property
    def message_id(self) -> str:
        """The Message-ID header: by it a mail server or a reader knows that two copies are one message."""
        return f"<{self.id}@{urlsplit(settings.PUBLIC_ADDRESS).hostname or 'alongside.invalid'}>"


class Transport(Protocol):
    """One way out of the house."""

    carries: ClassVar[frozenset[Channel]]

    def send(self, envelope: Envelope) -> None:
        """Send, or raise: ``Never`` if it cannot work, ``Closed`` if nothing can now, or anything else."""
