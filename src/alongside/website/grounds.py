"""Why something was promised: what was said, that it was understood, what was decided together."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from alongside.groups.models import Agreement, Decision, Stand
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise, Reason
from alongside.voice.models import Basis, Story

from .heard import how_many_said
from .quotes import Quote, quotes
from .showed import Showed, showed
from .working import together

MOST_QUOTES = 3


class Grounds:
    """The first three steps of a promise's thread, as far as this viewer may see them."""

    def __init__(self, promise: Promise, viewer: Viewer, at: datetime) -> None:
        self.promise, self.viewer, self.at = promise, viewer, at
        self.today = timezone.localdate(at)

    # why it was promised ---------------------------------------------------------------------------
    @cached_property
    def decision(self) -> Decision | None:
        """The decision behind it, if this viewer may open it."""
        door = Decision.objects.visible_to(self.viewer).filter(pk__in=self._decided())
        return door.select_related("group", "taken__wording__text").first()

    @cached_property
    def bases(self) -> list[Basis]:
        """What the decision rests on."""
        rest = Basis.objects.filter(decision__in=self._decided(), story__isnull=False)
        return list(rest.select_related("story"))

    def _decided(self) -> QuerySet[Reason, Any]:
        return self.promise.reasons.filter(decision__isnull=False).values("decision")

    @cached_property
    def stories(self) -> set[UUID]:
        """Every story it goes back to. Never shown as a list: some of them are for nobody here."""
        return Reason.objects.stories_behind([self.promise])[self.promise.pk]

    @cached_property
    def showed(self) -> Showed | None:
        """What the review showed, for one that was offered because of it."""
        return showed([self.promise]).get(self.promise.pk)

    # 1 said ----------------------------------------------------------------------------------------
    @cached_property
    def quotes(self) -> list[Quote]:
        """What everyone may read of it, three voices at most."""
        return list(quotes(self.stories, self.today).values())[:MOST_QUOTES]

    @cached_property
    def also_yours(self) -> list[Story]:
        """Further stories that this viewer may open, though not everyone may."""
        shown = {quote.story for quote in self.quotes}
        rest = [story for story in self.stories if story not in shown]
        return list(Story.objects.visible_to(self.viewer).filter(pk__in=rest).order_by("month", "id")[:10])

    @cached_property
    def how_many(self) -> str:
        """How many said it, as far as that may be known; counted once, when it was decided."""
        return how_many_said(self.promise, self.bases, self.decision)

    @cached_property
    def began(self) -> date | None:
        """The month in which somebody first said it."""
        months = [basis.story.month for basis in self.bases if basis.story]
        return min(months, default=None)

    # 2 understood, 3 decided -----------------------------------------------------------------------
    @cached_property
    def understood(self) -> date | None:
        """When a group first took what was said as the ground of a decision."""
        return min((timezone.localdate(basis.at) for basis in self.bases), default=None)

    @cached_property
    def agreed(self) -> str:
        """The partners that agreed to the same words; of an offer, the two sides that said yes."""
        if self.showed and self.promise.is_accepted:
            owner, there = self.promise.lived_owner, self.promise.organisation
            return f"{owner}, who speaks from lived experience, and {there}"
        if self.decision is None or not self.decision.is_taken:
            return ""
        given = Agreement.objects.filter(wording__taken__decision=self.decision)
        return together(given.order_by("partner__place").values_list("partner__name", flat=True))

    @cached_property
    def kept_beside_it(self) -> list[Stand]:
        """Concerns and standing aside: dissent is kept beside the outcome."""
        if self.decision is None:
            return []
        aside = (Stand.How.CONCERN, Stand.How.ASIDE)
        return list(Stand.objects.filter(wording__taken__decision=self.decision, how__in=aside))
