"""An organisation in the open, and its own room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils import timezone

from alongside.charter.models import Review
from alongside.charter.result import seen_by_families
from alongside.look.paging import Page, page
from alongside.people.models import Organisation
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.models import Promise
from alongside.promises.waiting import Waiting, waiting_promises
from alongside.voice.models import Asked, Consent, Reply, Story
from alongside.voice.stories import StoryDoor

from .promised import Standing, standing
from .quotes import Quote, may_be_quoted, quote_of
from .silence import Silence, silent_in

MOST = 20
FEW = 10
ANSWERED = "is_answered"


@dataclass(frozen=True)
class Heard:
    """One story as it may be shown, and the public answers to it."""

    quote: Quote
    replies: list[Reply]


@dataclass(frozen=True)
class Seen:
    """One round that is over, and what families say in a few lines."""

    review: Review
    lines: list[str]


class InTheOpen:
    """What everyone may know of an organisation: what it was told, promised, kept, and left unanswered."""

    def __init__(self, organisation: Organisation, at: datetime, viewer: Viewer = NOBODY) -> None:
        self.organisation, self.at, self.viewer = organisation, at, viewer
        self.today = timezone.localdate(at)

    @cached_property
    def heard(self) -> list[Heard]:
        """The newest public stories about it, with its public answers."""
        door = may_be_quoted(self.today).filter(organisation=self.organisation)
        stories = [story for story in door.with_words().newest()[:MOST] if story.parts]
        replies = list(Reply.objects.visible_to(NOBODY, self.today).filter(story__in=stories).with_words())
        return [
            Heard(quote_of(story, self.today), [reply for reply in replies if reply.story_id == story.pk])
            for story in stories
        ]

    @cached_property
    def promises(self) -> list[Standing]:
        """What it has promised, the latest news first."""
        door = Promise.objects.visible_to(NOBODY).filter(organisation=self.organisation)
        return standing(door.order_by("-month", "-id")[:MOST], self.at)

    @property
    def kept(self) -> list[Standing]:
        """Those that helped, as those say who asked."""
        return [one for one in self.promises if one.state.tone == "yes"]

    @property
    def others(self) -> list[Standing]:
        """All the rest, whatever became of them."""
        return [one for one in self.promises if one.state.tone != "yes"]

    @cached_property
    def reviews(self) -> list[Seen]:
        """Its rounds that are over, the newest first; of the newest how families see it."""
        over = Review.objects.filter(organisation=self.organisation, closed__isnull=False)
        found = list(
            over.select_related("edition", "closed", "organisation").prefetch_related("findings")[:FEW]
        )
        latest = next((one for one in found if one.is_shown), None)
        return [Seen(one, seen_by_families(one) if one == latest else []) for one in found]

    @cached_property
    def running(self) -> list[Review]:
        """Rounds that are open, as far as this reader may know of them."""
        door = Review.objects.visible_to(self.viewer).still_open()
        return list(door.filter(organisation=self.organisation).select_related("edition")[:FEW])

    @cached_property
    def silence(self) -> Silence | None:
        """Whether it was asked and has not answered for 30 days."""
        silent = silent_in(self.organisation.area, self.at)
        return next((one for one in silent if one.organisation == self.organisation), None)


@dataclass(frozen=True)
class AboutUs:
    """One story in the organisation's room, and how the organisation answered it."""

    story: Story
    by: str
    is_asked: bool
    is_answered: bool


class Room:
    """What waits in an organisation for those who work there."""

    def __init__(self, organisation: Organisation, viewer: Viewer, at: datetime, after: str = "") -> None:
        self.organisation, self.viewer, self.at, self.after = organisation, viewer, at, after
        self.today = timezone.localdate(at)

    @cached_property
    def stories(self) -> list[AboutUs]:
        """The stories on this page that their tellers let us read."""
        stories = self._page.rows
        asked = set(Asked.objects.filter(story__in=stories).values_list("story_id", flat=True))
        return [
            AboutUs(
                story=story,
                by=story.by_line(Consent.Use.SERVICE, self.today),
                is_asked=story.pk in asked,
                is_answered=getattr(story, ANSWERED),
            )
            for story in stories
        ]

    @property
    def more(self) -> str:
        """The address of the next stories; empty on the last page."""
        return self._page.older()

    @property
    def first(self) -> str:
        """The address of the first page, on every other one."""
        return "?" if self.after else ""

    @cached_property
    def _page(self) -> Page[Story]:
        """Those without an answer first, however long ago they were told; then the newest month first."""
        replies = Reply.objects.filter(story=OuterRef("pk"), organisation=OuterRef("organisation"))
        stories = self._door.with_words().annotate(**{ANSWERED: Exists(replies)})
        return page(stories, (ANSWERED, "-month", "-id"), self.after, many=MOST)

    @property
    def _door(self) -> StoryDoor:
        allowed = Consent.objects.live(Consent.Use.SERVICE, self.today).values("story")
        mine = Story.objects.visible_to(self.viewer, self.today).filter(pk__in=allowed)
        return mine.filter(organisation=self.organisation, reading__passed__isnull=False)

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Promises that wait for this person."""
        return waiting_promises(self.viewer.person, self.at) if self.viewer.person else []

    @cached_property
    def promises(self) -> list[Standing]:
        """Ours, also those that nobody has taken on yet; the latest news first."""
        door = Promise.objects.visible_to(self.viewer).filter(organisation=self.organisation)
        return standing(door.order_by("-month", "-id")[:MOST], self.at)
