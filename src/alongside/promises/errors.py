"""What the rules of a promise say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotDecided(Refused):
    says = "A promise comes from a decision that has been taken. This one has not been yet."


class NotSeated(Refused):
    says = "Only people with a seat in the group that decided can write down a promise."


class NotOnThatSide(Refused):
    says = "A promise needs one owner on each side."


class NotFromThere(Refused):
    says = "Only someone who works there can take this promise on."


class OffersWait(Refused):
    says = "Two of your offers wait for an answer already. Wait for it before you offer the next."


class NotForTheOtherSide(Refused):
    says = "Your side has offered this. Somebody of the other side has to say yes."


class NotAsked(Refused):
    says = "This waits for a yes from the person who is to see to it for those who live with it."


class NotOnASide(Refused):
    says = "Only people who work there, or sit for lived experience in a group here, can offer a promise."


class NotAnOwner(Refused):
    says = "Only the two owners of this promise can do this."


class NotYoursToCheck(Refused):
    says = "Someone who is neither owner and does not work there has to check it."


class NotNow(Refused):
    says = "This has moved on since you opened the page. Please look at it again."


class NotAccepted(NotNow):
    says = "Nobody there has taken this promise on yet."


class SomethingMissing(Refused):
    says = "Please write a sentence."


class Fixed(Refused):
    says = "The owners have acted on what you said, so it can no longer be changed."
