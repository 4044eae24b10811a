"""What is said when a newsletter cannot go out. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotTheirs(Refused):
    says = "Only a co-ordinator of this forum can do this."


class GoneOut(Refused):
    says = "This newsletter has gone out. What others have read we cannot change; write another one."


class NobodyToRead(Refused):
    says = "Nobody has said yet that we may write, so there is nobody to send it to."


class SeenOther(Refused):
    says = "Somebody has changed the words since you looked. Read them once more before you send them."
