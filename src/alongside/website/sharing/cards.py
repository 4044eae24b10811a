"""What a card says. Each is fetched as nobody would fetch it, whoever asks: what a door hides has no card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from alongside.charter.models import Link, Review
from alongside.look.shared import alt
from alongside.people.models import Area
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.models import Promise
from alongside.voice.models import Story

from ..quotes import may_be_quoted
from .words import cut

MOST = 150
"""So many letters at most stand on it, so that they can be read on a phone."""
FEW = 3


@dataclass(frozen=True)
class Card:
    """One picture: whose place, what kind of page, and the words in large letters."""

    area: str
    kind: str
    words: str
    path: str
    stone: str = "trust"

    @property
    def alt(self) -> str:
        """All that stands on it, for who does not see it."""
        return alt(self.words, self.kind, self.area)


def of_area(area: Area) -> Card:
    """For its first page."""
    words = f"How is it for you in {area}?"
    return Card(
        str(area), "Tell us how it is", cut(words, MOST), reverse("website:area_card", args=[area.slug])
    )


def of_promise(promise: Promise) -> Card:
    """For the page of a promise that everybody may read."""
    kind, path = "You said, together we did", reverse("website:promise_card", args=[promise.pk])
    return Card(str(promise.area), kind, cut(promise.title, MOST), path, promise.cornerstone)


def of_story(story: Story) -> Card:
    """For a story that its teller lets everybody read."""
    words, path = f"“{cut(story.parts[0].text.body, MOST)}”", reverse("website:story_card", args=[story.pk])
    return Card(str(story.area), "What came of this story", words, path)


def of_link(link: Link) -> Card:
    """For the way into a round that runs: behind its secret, as the page itself is."""
    words, path = cut(link.review.question, MOST), reverse("website:review_card", args=[link.token])
    return Card(str(link.review.area), "Answer without an account", words, path)


def public_promise(pk: UUID) -> Promise | None:
    """A promise that everybody may read; none for any other."""
    return Promise.objects.visible_to(NOBODY).select_related("area").filter(pk=pk).first()


def is_public(promise: Promise) -> bool:
    """Whether everybody may read this promise."""
    return public_promise(promise.pk) is not None


def public_story(pk: UUID, on: date) -> Story | None:
    """A story that everybody may read today, with words; none for any other."""
    found = may_be_quoted(on).filter(pk=pk).with_words().first()
    return found if found is not None and found.parts else None


def open_link(token: str) -> Link | None:
    """The way into a round that still runs; none for any other."""
    link = Link.behind(token)
    return None if link is None or link.review.is_closed else link


def to_share(area: Area, viewer: Viewer, on: date) -> Iterator[Card]:
    """What the co-ordinator may want to pass on: the first page, rounds that run, and what is newest."""
    yield of_area(area)
    runs = Review.objects.visible_to(viewer).still_open().filter(area=area)
    links = Link.objects.filter(review__in=runs).select_related("review__area", "review__organisation")
    yield from (of_link(link) for link in links.order_by("review_id", "audience")[: 3 * FEW])
    kept = Promise.objects.visible_to(NOBODY).filter(area=area).select_related("area").order_by("-made_at")
    yield from (of_promise(promise) for promise in kept[:FEW])
    told = may_be_quoted(on).filter(area=area).with_words().newest()[:FEW]
    yield from (of_story(story) for story in told if story.parts)
