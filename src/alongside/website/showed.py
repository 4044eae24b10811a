"""What a review showed, for the promises that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.charter.models import PlanItem, Review
from alongside.charter.result import Result
from alongside.figures.counts import Share
from alongside.people.viewer import NOBODY
from alongside.promises.models import Promise


@dataclass(frozen=True)
class Showed:
    """The statement that a promise is about, and the round in which all sides answered it."""

    item: PlanItem

    @property
    def words(self) -> str:
        """The statement, as it was asked."""
        return self.item.words

    @property
    def round(self) -> str:
        """Which round it was, by name."""
        return str(self.item.review)

    @property
    def ended(self) -> datetime:
        """When that round was over."""
        return self.item.review.closed.at

    @property
    def href(self) -> str:
        """The page of that round."""
        return reverse("charter:review", args=[self.item.review_id])

    @property
    def said(self) -> list[tuple[str, Share]]:
        """Each side that is shown, by name, and its share. Two queries: for the page of one promise."""
        rows = Result.of(self.item.review).rows
        return next((row.said for row in rows if row.statement.slug == self.item.statement), [])


def showed(promises: Iterable[Promise]) -> dict[UUID, Showed]:
    """What the review showed behind each of these promises that follows from one. One query, or none."""
    offers = [one.pk for one in promises if one.is_offer]
    if not offers:
        return {}
    public = Review.objects.visible_to(NOBODY).filter(closed__isnull=False)
    items = PlanItem.objects.filter(promise__in=offers, review__in=public)
    found = items.select_related("review__edition", "review__closed")
    return {item.promise_id: Showed(item) for item in found}
