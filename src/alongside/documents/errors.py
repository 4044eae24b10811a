"""What this room says when a file cannot be kept. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class CannotKeep(Refused):
    says = "We could not take this file. Please send another one."


class NoRoom(CannotKeep):
    says = (
        "We cannot keep files just now, and it is not your fault. Your words are safe. Please try again "
        "later, or carry on without it."
    )
