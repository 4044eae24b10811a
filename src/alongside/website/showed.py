"""What a review showed, for the promises that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.charter.models import PlanItem, Review
from alongside.people.viewer import NOBODY
from alongside.promises.models import Promise


@dataclass(frozen=True)
class Showed:
    """The statement that a promise is about, and the round in which all sides answered it."""

    words: str
    round: str
    ended: datetime
    href: str


def showed(promises: Iterable[Promise]) -> dict[UUID, Showed]:
    """What the review showed behind each of these promises that follows from one. One query, or none."""
    offers = [one.pk for one in promises if one.is_offer]
    if not offers:
        return {}
    public = Review.objects.visible_to(NOBODY).filter(closed__isnull=False)
    items = PlanItem.objects.filter(promise__in=offers, review__in=public)
    return {
        item.promise_id: _said(item) for item in items.select_related("review__edition", "review__closed")
    }


def _said(item: PlanItem) -> Showed:
    review = item.review
    where = reverse("charter:review", args=[review.pk])
    return Showed(item.words, str(review), review.closed.at, where)
