"""What a review says when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotOverYet(Refused):
    says = "This round is still open. Promises follow once everybody can see what it shows."


class NotTheChampion(Refused):
    says = "Only the charter champion of this place can do this."


class NotFromHere(Refused):
    says = "Only those who work here can do this."


class NotOffered(Refused):
    says = "This cannot be picked now. Its teller may have taken it back, or it has changed since."


class TakenAway(Refused):
    says = "Somebody has taken this away meanwhile, so nothing was saved beside it."


class NotALink(Refused):
    says = "An address begins with https:// and has no gaps. Copy it from the top of the page you mean."


class NothingWritten(Refused):
    says = "Write a few words first. One sentence is enough."


class NewerWords(Refused):
    says = (
        "Somebody else has saved newer words meanwhile. They stand above your own, which are still in the "
        "box. Take from both what you need, and save again."
    )


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


class NotThatLong(Refused):
    says = "Choose a day that is still to come, and at most half a year from now."


class NeedsACode(Refused):
    says = "Each family has a code of its own here. Type the code that you got."


class NotACode(Refused):
    says = "One letter of this code is not right. Look at your slip and type it again."


class CodesMade(Refused):
    says = (
        "These codes are made, and we cannot show them again. If they were not printed, make new ones. The "
        "old ones do no harm: nobody has them."
    )


class NoSuchCode(Refused):
    says = "This code is not right, or somebody has answered with it. Please look at your slip again."


class NotYoursToGive(Refused):
    says = "Only the forum’s co-ordinator can do this, so that nobody at this place sees single answers."


class NoCodesHere(Refused):
    says = "This round was opened without codes: whoever has the link can answer."


class WhyNot(Refused):
    says = "Say in a few words why you keep it back."


class NotForMembers(Refused):
    says = "Only the link for families can go to the forum’s members, and only where no code is needed."


class TooSoon(Refused):
    says = "The last round ended not long ago, and much the same people would answer."


class NotYourSide(Refused):
    says = "You work here, so this side is for others. Answer with the link for staff."
