"""What the rules of this room say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotYours(Refused):
    says = "Somebody else has to do this one: a moderator who did not write it and does not work there."


class AlreadyPassed(Refused):
    says = "This has been passed on already. You can still take something out of it."


class ChangedMeanwhile(Refused):
    says = "Somebody changed these words since you opened the page. Please compare, then save yours again."


class NobodyReads(Refused):
    says = "Nobody here can read this just now, so please do not wait for us. Ring one of the numbers above."
