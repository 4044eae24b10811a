"""What the rules of this part say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class SayWhat(Refused):
    says = "Please write what it is about, in your own words."


class NotYet(Refused):
    says = "This can be done from tomorrow on. Until then it can be taken back, without giving a reason."


class NotYoursToAnswer(Refused):
    says = "Somebody else has to see to this."


class Over(Refused):
    says = "This has been answered or taken back."


class NobodyElse(Refused):
    says = "You look after this area alone. Please find somebody else for it first, and then ask again."
