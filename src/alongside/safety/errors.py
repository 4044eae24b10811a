"""What the rules of this room say when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotYours(Refused):
    says = "Somebody else has to do this one: a moderator who did not write it and does not work there."


class AlreadyPassed(Refused):
    says = "This has been passed on already. You can still take something out of it."


class ChangedMeanwhile(Refused):
    says = "Somebody changed these words since you opened the page. Please compare, then save yours again."


class ManyAtOnce(Refused):
    says = (
        "A great deal came from where you are just now. Your words are still here on this page. "
        "Please send them again in a quarter of an hour."
    )


class RingInstead(Refused):
    says = (
        "A great deal came from where you are just now, so this is not kept yet. Your words are still here. "
        "If it cannot wait, ring one of the numbers above. Else send them again in a quarter of an hour."
    )


class NobodyReads(Refused):
    says = "Nobody here can read this just now, so please do not wait for us. Ring one of the numbers above."
