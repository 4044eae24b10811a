"""What a review says when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotOverYet(Refused):
    says = "This round is still open. Promises follow once everybody can see what it shows."


class NotTheChampion(Refused):
    says = "Only the charter champion of this place can do this."


class OpenAlready(Refused):
    says = "A round with these questions is open here already. Close it before you open the next."


class RoundOver(Refused):
    says = "This round is over. Nothing was sent, and what you wrote is still here."


class AnsweredAlready(Refused):
    says = "You have answered in this round already. Each person counts once."


class NotAsked(Refused):
    says = "This round asks other people. If you think that is wrong, ask whoever sent you the link."


class NothingAnswered(Refused):
    says = "Nothing is answered yet. One answer is enough."
