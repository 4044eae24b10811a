"""What the rules of a group say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused
from alongside.welcome.lasting import WHILE, minutes


class NotYourPart(Refused):
    says = "Only the speaker or deputy of a partner can do this for that partner."


class NotSeated(Refused):
    says = "Only people with a seat in this group can do this."


class OnlyWatching(NotSeated):
    says = "You watch in this group. To take part, ask a speaker for a seat."


class NotThisWording(Refused):
    says = "The wording has changed since you opened the page. Please read the new one first."


class AlreadyTaken(Refused):
    says = "This has been decided. A later decision can take its place."


class StillInDiscussion(Refused):
    says = "This has not been decided yet. Write a new wording for it instead."


class AlreadyReplaced(Refused):
    says = "Another decision is taking the place of this one already."


class NotYourObjection(Refused):
    says = (
        "Only the person who objects can take the objection back, or somebody to whom they handed "
        "their own seat. A new wording ends it too."
    )


class NobodyHere(Refused):
    says = "We found nobody in this area with this address. Ask them to join first."


class ManyTries(Refused):
    says = (
        "That was a lot of addresses. Please look again for the right one, "
        f"and try in {minutes(WHILE)} minutes."
    )


class NeedsWords(Refused):
    says = "Please say it in a few words."


class NeedsLivedExperience(Refused):
    says = "A group with services in it needs a partner of lived experience, such as families."


class NameTaken(Refused):
    says = "There is a group with this name already. Please choose another."


class OneSeatEach(Refused):
    says = "This person sits in the group for another partner. One person has one seat."


class OneSpeaker(Refused):
    says = "This partner has a speaker. The speaker can hand the seat over."


class SpeaksFromExperience(Refused):
    says = "Whoever speaks for this partner needs to have lived it themselves."


class SaysBoth(Refused):
    says = "This person works for a service too. That is fine. Please say for which one."


class NotYoursToSeat(Refused):
    says = "Each partner chooses its own people. Ask that partner’s speaker or deputy."


class NotYourSeat(Refused):
    says = (
        "A seat is handed over by the person who has it, or by their partner’s speaker or deputy. "
        "A speaker’s seat is handed over by the speaker alone."
    )


class SeatHasEnded(Refused):
    says = "This seat has ended already."
