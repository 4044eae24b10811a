"""What the house says when something cannot be. Each is a sentence for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from .persons import Person


class Refused(Exception):
    """A rule said no. ``str(error)`` is a kind sentence that says what to do instead.

    Every room's own errors are kinds of this one. ``field`` names the box of the form that the sentence
    belongs to, if there is one.
    """

    says = "That cannot be done just now."

    def __init__(self, says: str = "", *, field: str | None = None) -> None:
        super().__init__(says or self.says)
        self.field = field


class PageUsed(Refused):
    says = "This page was used already. Please open it anew."


class NotAnAddress(Refused):
    says = "Please check this. We need an e-mail address like name@example.org, or a phone number."


class NotYoursToGive(Refused):
    says = "Only a co-ordinator of this area can give this role or end it."


class NotToYourself(Refused):
    says = "Nobody gives themselves a role. Please ask another co-ordinator."


class NotOfThisPlace(Refused):
    says = "This role is held in another kind of place. Please choose an area or an organisation that fits."


class BlankedAlready(Refused):
    says = "This person has left, and we have forgotten who they were."


class TooManyLooks(Exception):
    """``by`` opened the details of too many people in a short time, in the area with this id.

    No kind of ``Refused``: a form must not take it for a sentence of its own. ``safety.slowing`` answers it.
    """

    def __init__(self, by: Person, area_id: UUID) -> None:
        super().__init__()
        self.by, self.area_id = by, area_id
