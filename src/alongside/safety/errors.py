"""What the rules of this room say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations


class Refused(Exception):
    """A rule said no. ``str(error)`` is a kind sentence that says what to do instead."""

    says = "That cannot be done just now."

    def __init__(self, says: str = "") -> None:
        super().__init__(says or self.says)


class NotYours(Refused):
    says = "Somebody else has to do this one: a moderator who did not write it and does not work there."


class AlreadyPassed(Refused):
    says = "This has been passed on already. You can still take something out of it."


class ChangedMeanwhile(Refused):
    says = "Somebody changed these words since you opened the page. Please compare, then save yours again."


class NobodyReads(Refused):
    says = "Nobody here can read this just now, so please do not wait for us. Ring one of the numbers above."
