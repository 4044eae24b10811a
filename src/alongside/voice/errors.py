"""What the rules of this room say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NothingTold(Refused):
    says = (
        "Please write something on one of the three pages: what happened, what was good, or what would "
        "have made it even better. One is enough."
    )


class ManyAnswers(Refused):
    says = "Several answers came with this code just now. Please wait a quarter of an hour, then send yours."


class NotAllowed(Refused):
    says = "The person who told this has not allowed that, or has taken it back."


class NotRead(Refused):
    says = "A moderator has to read this first."


class NotForYou(Refused):
    says = "This is for somebody else to do."


class AlreadyDecided(Refused):
    says = "This has been decided. What it rests on stays as it was then."


class Empty(Refused):
    says = "Please write a few words."
