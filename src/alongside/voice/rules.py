"""Who may do what with a story, for the verbs: each raises the sentence that the page shows."""

from __future__ import annotations

from datetime import date

from alongside.people.models import Person, Role
from alongside.people.viewer import Viewer

from .consents import Consent
from .errors import NotAllowed, NotForYou, NotRead
from .stories import Story


def must_be_read(story: Story) -> None:
    """Nothing goes anywhere before a moderator passed it."""
    if not Story.objects.filter(pk=story.pk, reading__passed__isnull=False).exists():
        raise NotRead


def must_allow(story: Story, use: Consent.Use, on: date) -> None:
    """The teller's word for this use, good on this day."""
    if not story.allows(use, on):
        raise NotAllowed


def must_be(by: Person, story: Story, *names: Role.Name) -> None:
    """One of these roles in the story's area, and no work at the place it is about."""
    viewer = Viewer(by)
    if not viewer.holds(*names, area=story.area_id) or viewer.is_of(story.organisation_id):
        raise NotForYou
