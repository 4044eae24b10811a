"""Evidence: what a place picked to show that a statement is true. Consent is asked again at each look."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date, datetime

from django.db import models, transaction
from django.db.models import BooleanField, Case, F, Q, When

from alongside.groups.models import Decision
from alongside.journal.models import record
from alongside.people.days import midnight
from alongside.people.models import Organisation, Person, Role
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise
from alongside.voice.models import Consent, Reply, Story

from .errors import NewerWords, NotFromHere, TakenAway
from .kept import failed, kept
from .offered import Kind, grounds

STANDS = "stands"
READERS = (Role.Name.COORDINATOR, Role.Name.ASSESSOR)


def of_the_place(viewer: Viewer) -> Q:
    """Rows of the organisations in which this viewer works, or whose area they co-ordinate or assess."""
    looks_after = Q(organisation__area__in=viewer.areas_as(*READERS))
    return Q(organisation__in=viewer.works_for) | looks_after


def may_read(viewer: Viewer, place: Organisation) -> bool:
    """The same for a page: whether this viewer may read what a place keeps for its charter."""
    return viewer.is_of(place) or viewer.holds(*READERS, area=place.area_id)


def must_work_at(place: Organisation, by: Person) -> None:
    """Raises ``NotFromHere`` for whoever only looks after the area."""
    if not Viewer(by).is_of(place):
        raise NotFromHere


class EvidenceDoor(models.QuerySet["Evidence"]):
    """Which evidence a viewer may open."""

    def visible_to(self, viewer: Viewer) -> EvidenceDoor:
        """For those who work there, and to read for the area's co-ordinators and assessors.

        The words of a story have their own door: see ``pieces``.
        """
        return self.filter(of_the_place(viewer))

    def with_standing(self, on: date, but: Collection[uuid.UUID] | None = None) -> EvidenceDoor:
        """Each row says as ``stands`` whether it counts on this day.

        What was told, as long as it may be shown; a promise, as long as it has not failed: ``but`` are those
        that have, for who knows them or asks each one.
        """
        told = Q(consent__in=grounds(on).values("pk"), consent__story__organisation=F("organisation"))
        if but is None:
            but = failed(Promise.objects.filter(pk__in=self.order_by().values("promise")), on)
        done = Q(promise__in=kept(but))
        public = Q(decision__isnull=False) | ~Q(link="")
        shown = Case(When(told | done | public, then=True), default=False, output_field=BooleanField())
        return self.annotate(**{STANDS: shown})


def _only(name: str) -> Q:
    kinds = Q(**{f"{kind}__isnull": kind != name for kind in Kind})
    return kinds & (Q(link="") if name else ~Q(link=""))


EXACTLY_ONE = _only(Kind.STORY) | _only(Kind.REPLY) | _only(Kind.DECISION) | _only(Kind.PROMISE) | _only("")
TOLD = Q(story__isnull=False) | Q(reply__isnull=False)
UNTOLD = Q(story=None, reply=None)
WHERE = ("organisation", "framework", "statement")


class Evidence(models.Model):
    """One thing under one statement of a framework at one organisation.

    What goes back to a story holds the consent under which it was picked: when that ends, it is not shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    framework = models.CharField(max_length=60)
    statement = models.CharField(max_length=60)
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="+")
    reply = models.ForeignKey(Reply, models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.CASCADE, null=True, blank=True, related_name="+")
    promise = models.ForeignKey(Promise, models.CASCADE, null=True, blank=True, related_name="+")
    consent = models.ForeignKey(Consent, models.CASCADE, null=True, blank=True, related_name="+")
    link = models.CharField(max_length=500, blank=True)
    called = models.CharField(max_length=160, blank=True)
    why = models.CharField(max_length=300, blank=True)  # the place's own sentence: why it shows it
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = EvidenceDoor.as_manager()
    stands: bool  # once ``with_standing`` has asked

    class Meta:
        constraints = [
            models.CheckConstraint(condition=EXACTLY_ONE, name="evidence_is_exactly_one_thing"),
            models.CheckConstraint(
                condition=(TOLD & Q(consent__isnull=False)) | (UNTOLD & Q(consent=None)),
                name="what_was_told_is_evidence_under_a_consent",
            ),
            models.UniqueConstraint(fields=[*WHERE, "story"], name="a_story_is_evidence_once"),
            models.UniqueConstraint(fields=[*WHERE, "reply"], name="a_reply_is_evidence_once"),
            models.UniqueConstraint(fields=[*WHERE, "decision"], name="a_decision_is_evidence_once"),
            models.UniqueConstraint(fields=[*WHERE, "promise"], name="a_promise_is_evidence_once"),
            models.UniqueConstraint(
                fields=[*WHERE, "link"], condition=~Q(link=""), name="a_link_is_evidence_once"
            ),
        ]

    def __str__(self) -> str:
        return f"evidence for {self.statement}"

    def say_why(self, why: str, by: Person, at: datetime, *, before: str) -> None:
        """Say in a sentence why it shows it, in place of the one that its writer had before them.

        "" takes it away. Raises ``NotFromHere``, ``TakenAway``, and ``NewerWords`` if somebody was quicker.
        """
        must_work_at(self.organisation, by)
        with transaction.atomic():
            there = Evidence.objects.select_for_update(of=("self",)).filter(pk=self.pk).first()
            if there is None:
                raise TakenAway
            if there.why == why:
                return
            if there.why != before:
                raise NewerWords(field="why")
            there.why = why
            there.save(update_fields=["why"])
            there.remember("evidence.explained", by, at)

    def take_away(self, by: Person, at: datetime) -> None:
        """It is evidence no more. That a story was used stays with its teller's page. Twice is once."""
        must_work_at(self.organisation, by)
        with transaction.atomic():
            there = Evidence.objects.select_for_update(of=("self",)).filter(pk=self.pk).first()
            if there is not None:
                there.remember("evidence.taken_away", by, at)
                there.delete()

    def remember(self, what: str, by: Person, at: datetime) -> None:
        """Write it into the journal: with its day, as it may stand for what somebody told."""
        record(what, area_id=self.organisation.area_id, about=self, at=midnight(at), by=by)
