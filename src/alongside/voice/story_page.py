"""What one story's page shows to one viewer, and what they can do there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from alongside.people.days import day_of
from alongside.people.models import Role
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading

from .consents import Consent
from .opening import openable_by
from .pictures import Picture
from .publishing import publishable, uses_of
from .replies import PATIENCE, Asked, Reply
from .stories import FORUM, Story


@dataclass(frozen=True)
class StoryPage:
    """A story as this viewer may see it."""

    story: Story
    viewer: Viewer
    at: datetime

    @property
    def on(self) -> date:
        """The day on which somebody looks."""
        return day_of(self.at)

    @property
    def by_line(self) -> str:
        """Who says it, as far as its teller allows it to this reader."""
        if self.story.is_public:
            return self.story.by_line(Consent.Use.PUBLISH, self.on)
        if self.viewer.is_of(self.story.organisation_id):
            return self.story.by_line(Consent.Use.SERVICE, self.on)
        return self.story.by_line("" if self.is_forum else Consent.Use.DECIDE, self.on)

    @property
    def by_line_for_all(self) -> str:
        """How it would be signed where everyone reads it."""
        return self.story.by_line(Consent.Use.PUBLISH, self.on)

    @property
    def permission(self) -> str:
        """Why one may read it, in a few words."""
        if self.story.is_public:
            return "Shown with permission."
        if self.story.allows(Consent.Use.SERVICE, self.on):
            return "Not public. The service may read it."
        return "Not public."

    @property
    def picture(self) -> Picture | None:
        """The picture that goes with it; one that a moderator took out, for the forum only."""
        found: Picture | None = getattr(self.story, "picture", None)
        return None if found is None or (found.is_taken_out and not self.is_forum) else found

    @property
    def is_forum(self) -> bool:
        """Whether the viewer co-ordinates or moderates here, and does not work there."""
        holds = self.viewer.holds(*FORUM, area=self.story.area_id)
        return holds and not self.viewer.is_of(self.story.organisation_id)

    @property
    def is_mine(self) -> bool:
        """Whether the viewer told it."""
        return Story.objects.filter(pk=self.story.pk).told_by(self.viewer).exists()

    @property
    def replies(self) -> list[Reply]:
        """The answers that this viewer may read."""
        return list(Reply.objects.visible_to(self.viewer, self.on).filter(story=self.story).with_words())

    @property
    def asked(self) -> Asked | None:
        """That the organisation was asked."""
        return Asked.objects.filter(story=self.story).select_related("organisation").first()

    @property
    def is_silent(self) -> bool:
        """Whether it was asked 30 days ago or longer and has not answered."""
        return Asked.objects.filter(story=self.story).silent(self.at).exists()

    @property
    def silent_after(self) -> int:
        """How many days a silence must last until it shows."""
        return PATIENCE.days

    @property
    def _coordinates(self) -> bool:
        return self.is_forum and self.viewer.holds(Role.Name.COORDINATOR, area=self.story.area_id)

    @property
    def may_answer(self) -> bool:
        """Whether the viewer works there and the teller lets the service answer."""
        there = self.viewer.is_of(self.story.organisation_id) and self.story.is_passed
        return there and self.story.allows(Consent.Use.SERVICE, self.on)

    @property
    def may_record(self) -> bool:
        """Whether the viewer may write down what came by letter or call."""
        return self._coordinates and self.story.allows(Consent.Use.SERVICE, self.on)

    @property
    def may_ask(self) -> bool:
        """Whether the viewer may ask the organisation, which nobody did yet."""
        return self.may_record and self.asked is None

    @property
    def may_publish(self) -> bool:
        """Whether the viewer may show it to everyone, as its teller allows."""
        return self.is_forum and publishable(self.story, self.at)

    @property
    def may_open(self) -> bool:
        """Whether the viewer may look up who told it, with a reason."""
        return openable_by(self.viewer).filter(pk=self.story.pk).exists()

    @property
    def reading(self) -> Reading | None:
        """The moderator's page of it, for moderators."""
        return Reading.objects.visible_to(self.viewer).filter(pk=self.story.reading_id).first()

    @property
    def uses(self) -> list[str]:
        """What was done with it, by month: for its teller and for the forum."""
        if not (self.is_forum or self.is_mine):
            return []
        return [f"{one.where}, {one.at:%B %Y}" for one in uses_of(self.story)]

    @property
    def consents(self) -> list[Consent]:
        """What its teller allows now: for the teller, who can take each back."""
        return [one for one in self.story.consents.all() if one.stands(self.on)]


def note_that_it_was_read(story: Story, viewer: Viewer, at: datetime) -> None:
    """The service read it: noted once, so that the teller can be told."""
    if (
        not story.is_public
        and viewer.is_of(story.organisation_id)
        and story.allows(Consent.Use.SERVICE, day_of(at))
    ):
        story.used(f"Read at {story.organisation}", None, at, Consent.Use.SERVICE)
