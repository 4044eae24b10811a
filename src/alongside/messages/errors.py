"""What this room says when something cannot be. Each is a sentence for the page."""

from __future__ import annotations


class Refused(Exception):
    """A rule said no. ``str(error)`` is a kind sentence that says what to do instead."""

    says = "That cannot be done just now."

    def __init__(self, says: str = "") -> None:
        super().__init__(says or self.says)


class NotAnEmail(Refused):
    says = "Please check this address. It should look like name@example.org."


class NotAPhone(Refused):
    says = "Please check this number. It should look like 01632 960 142."


class LeadsNowhere(Refused):
    says = "Please tell us where to reach you, or choose the secret link."


class NotByHand(Refused):
    says = "This message goes by itself. There is nothing to do by hand."
