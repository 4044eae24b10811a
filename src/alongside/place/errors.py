"""What this room says no with."""

from __future__ import annotations

from alongside.people.errors import Refused


class CannotStart(Refused):
    """A kind sentence that says what to do instead."""


class WrongKey(Refused):
    says = "This is not the key. It stands where Alongside was started, after “Begin here”."


class TooManyKeys(Refused):
    says = "Many keys were tried in the last quarter of an hour. Please try again a little later."


class HereAlready(Refused):
    says = "This organisation is on the list already."


class OnlyOneLeft(Refused):
    says = "Nobody else here is a co-ordinator. Give somebody this task first, then you can lay it down."


class NotTheirPlace(Refused):
    says = "Only a co-ordinator of this area can change this."


class WhichOrganisation(Refused):
    says = "Please say for which organisation they do this."
