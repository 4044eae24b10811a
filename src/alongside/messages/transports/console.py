"""The terminal, for whoever builds the house."""

from __future__ import annotations

import sys
from typing import ClassVar

from alongside.messages.transports.envelope import Envelope, Transport
from alongside.messages.ways_back import Channel


class Console(Transport):
    """Prints the whole message, address and all: for a machine of your own, never for a real area."""

    carries: ClassVar = frozenset({Channel.EMAIL, Channel.TEXT})

    def send(self, envelope: Envelope) -> None:
        """Print it in one piece, so that two workers do not mix their lines."""
        head = f"{envelope.channel.label} to {envelope.to}: {envelope.subject}"
        sys.stdout.write(f"\n--- {head}\n{envelope.body}\n---\n")
        sys.stdout.flush()
