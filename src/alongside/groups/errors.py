"""What the rules of a group say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations


class Refused(Exception):
    """A rule said no. ``str(error)`` is a kind sentence that says what to do instead."""

    says = "That cannot be done just now."

    def __init__(self, says: str = "") -> None:
        super().__init__(says or self.says)


class NotYourPart(Refused):
    says = "Only the speaker or deputy of a partner can do this for that partner."


class NotSeated(Refused):
    says = "Only people with a seat in this group can do this."


class NotThisWording(Refused):
    says = "The wording has changed since you opened the page. Please read the new one first."


class AlreadyTaken(Refused):
    says = "This has been decided. A later decision can take its place."


class StillInDiscussion(Refused):
    says = "This has not been decided yet."
