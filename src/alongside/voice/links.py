"""From a decision down to what it rests on. More kinds come as further nullable columns."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from alongside.groups.errors import NotSeated
from alongside.groups.models import Decision, Group, Seat, Taken
from alongside.journal import models as journal
from alongside.people.days import day_of, midnight
from alongside.people.viewer import Viewer

from .consents import Consent
from .errors import AlreadyDecided, NotAllowed
from .notices import YOUR_PAGE, to_teller
from .stories import Story, StoryDoor, Teller


class Basis(models.Model):
    """A decision rests on this story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="basis_of")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "story"], name="a_story_is_a_basis_once"),
            models.CheckConstraint(
                condition=models.Q(story__isnull=False), name="a_basis_is_exactly_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} rests on {self.story_id}"


def stories_for(decision: Decision, viewer: Viewer, at: datetime) -> StoryDoor:
    """The stories that this decision may rest on and does not yet: read, of the area, allowed for groups."""
    on = day_of(at)
    allowed = Consent.objects.live(Consent.Use.DECIDE, on).values("story")
    there = Basis.objects.filter(decision=decision).values("story")
    seen = Story.objects.visible_to(viewer, on).filter(area=decision.area_id, reading__passed__isnull=False)
    return seen.filter(pk__in=allowed).exclude(pk__in=there).newest()


def rest_on(decision: Decision, story: Story, seat: Seat, at: datetime) -> Basis:
    """Put a story under a decision that is not taken yet. Safe to repeat."""
    with transaction.atomic():
        Group.locked(decision.group_id)
        now = Seat.objects.select_related("person").get(pk=seat.pk)
        if not now.sits or now.group_id != decision.group_id:
            raise NotSeated
        if there := Basis.objects.filter(decision=decision, story=story).first():
            return there
        if Taken.objects.filter(decision=decision).exists():
            raise AlreadyDecided
        Story.locked(story.pk)
        if not stories_for(decision, Viewer(now.person), at).filter(pk=story.pk).exists():
            raise NotAllowed
        basis = Basis.objects.create(decision=decision, story=story, by=now, at=at)
        story.used(f"Decision {decision.reference} rests on it", now.person, at, Consent.Use.DECIDE)
        to_teller(
            story,
            key=f"rests:{basis.pk}",
            kind="rests",
            body=f"A group has taken up what you told us, for something it is deciding. {YOUR_PAGE}",
            at=at,
        )
        journal.record(
            "decision.rests", area_id=decision.area_id, about=decision, at=midnight(at), by=now.person
        )
    return basis


def stories_of(decision: Decision) -> StoryDoor:
    """Everything this decision rests on, those taken back too. Pages still ask the door."""
    return Story.objects.filter(basis_of__decision=decision).newest()


def tellers_of(stories: Iterable[Story]) -> models.QuerySet[Teller, Teller]:
    """Whoever told these stories and can be told what came of them; each row has story and way back.

    For verbs only: no page and no person gets this. Who took the story back is left in peace.
    """
    told = Teller.objects.filter(story__in=list(stories), way_back__closed_at=None)
    return (
        told.filter(story__reading__dropped=None).select_related("story", "way_back__person").order_by("pk")
    )


def how_many_told(stories: Iterable[uuid.UUID]) -> int:
    """How many voices told these stories: whoever left the same way back for several is one.

    For counting only. Who left none, or a secret link, has one for each story.
    """
    told = Teller.objects.filter(story__in=list(stories)).select_related("way_back")
    known = {teller.story_id: teller.way_back.leads_to for teller in told}
    return len({known.get(story, ("story", str(story))) for story in stories})
