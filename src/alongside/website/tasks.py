"""What waits for those who look after something: concerns, voices to read, questions to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from alongside.people.models import Role
from alongside.people.viewer import Viewer
from alongside.safety.concerns import LEADS
from alongside.safety.models import Concern, Reading
from alongside.voice.models import Asked, Reply, Story
from alongside.voice.moderating import ours

from .numbers import counted, sentence


@dataclass(frozen=True)
class ToDo:
    """One thing that waits for me."""

    title: str
    sentence: str
    href: str


def tasks(viewer: Viewer) -> Iterator[ToDo]:
    """One line for each kind of thing and place; the most urgent first. At most four queries."""
    yield from _concerns(viewer)
    yield from _voices(viewer)
    yield from _questions(viewer)


def _concerns(viewer: Viewer) -> Iterator[ToDo]:
    if not viewer.holds(*LEADS):
        return
    waiting = Concern.objects.visible_to(viewer).filter(acknowledged=None)
    slugs = list(waiting.values_list("area__slug", flat=True))
    for slug in sorted(set(slugs)):
        said = sentence(counted(slugs.count(slug), "person is worried", "people are worried"))
        yield ToDo(said, "Nobody has it in hand yet.", reverse("safety:concerns", args=[slug]))


def _voices(viewer: Viewer) -> Iterator[ToDo]:
    if not viewer.holds(Role.Name.MODERATOR):
        return
    waiting = ours(Reading.objects.visible_to(viewer).waiting())
    slugs = list(waiting.values_list("area__slug", flat=True))
    for slug in sorted(set(slugs)):
        said = sentence(counted(slugs.count(slug), "voice to read", "voices to read"))
        yield ToDo(said, "", reverse("voice:readings", args=[slug]))


def _questions(viewer: Viewer) -> Iterator[ToDo]:
    if not viewer.works_for:
        return
    mine = Story.objects.answerable_by(viewer, localdate())
    answered = Reply.objects.filter(organisation__in=viewer.works_for).values("story")
    asked = Asked.objects.filter(organisation__in=viewer.works_for, story__in=mine.values("pk"))
    waiting = asked.exclude(story__in=answered).select_related("organisation").order_by("on", "id")
    for place in dict.fromkeys(one.organisation for one in waiting):
        number = sum(one.organisation_id == place.pk for one in waiting)
        said = sentence(counted(number, "voice waits for your answer", "voices wait for your answer"))
        yield ToDo(said, place.name, reverse("website:room", args=[place.pk]))
