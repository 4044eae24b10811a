"""How messages leave the house: ``settings.OUTBOX`` names the transports, by comma."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from alongside.messages.transports.console import Console
from alongside.messages.transports.envelope import Away, Closed, Envelope, Never, Transport
from alongside.messages.transports.folder import Folder
from alongside.messages.transports.gateway import Gateway
from alongside.messages.transports.smtp import Smtp
from alongside.messages.ways_back import Channel

KINDS: dict[str, type[Transport]] = {"folder": Folder, "console": Console, "smtp": Smtp, "sms": Gateway}

__all__ = ["KINDS", "Away", "Closed", "Envelope", "Never", "Transport", "carry", "chosen", "send"]


def chosen() -> tuple[Transport, ...]:
    """The transports in use, in the order in which the setting names them."""
    return _named(settings.OUTBOX)


def carry(channel: Channel) -> bool:
    """Whether any transport in use can carry this channel."""
    return any(channel in transport.carries for transport in chosen())


def send(envelope: Envelope) -> None:
    """Hand the envelope to every transport in use that carries its channel.

    Raises ``Never`` if it can never be sent, ``Closed`` if nothing goes that way now, and whatever else the
    transport raises if it may work later. A second
    try goes by all of them again: the folder then writes the same file, a mailbox sees the same Message-ID.
    """
    able = [transport for transport in chosen() if envelope.channel in transport.carries]
    if not able:
        raise Never(f"nothing here can send a {envelope.channel.label.lower()}")
    for transport in able:
        transport.send(envelope)


@cache
def _named(setting: str) -> tuple[Transport, ...]:
    names = [name.strip() for name in setting.split(",") if name.strip()]
    return tuple(KINDS[name]() for name in names)
