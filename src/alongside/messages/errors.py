"""What this room says when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotAnEmail(Refused):
    says = "Please check this address. It should look like name@example.org."


class NotAPhone(Refused):
    says = "Please check this number. It should look like 01632 960 142."


class LeadsNowhere(Refused):
    says = "Please tell us where to reach you, or choose the secret link."


class NotByHand(Refused):
    says = "This message goes by itself. There is nothing to do by hand."


class NotAReport(Refused):
    says = "We cannot read this report. It should hold an id and a status."
