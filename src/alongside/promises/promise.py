"""A promise: who owes it, to whom, why, and by when."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from alongside.documents.models import Text
from alongside.groups.models import Decision
from alongside.people.models import Area, Organisation, Person
from alongside.voice.models import Story


class Promise(models.Model):
    """Something an organisation will do, with an owner on each side."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    cornerstone = models.CharField(max_length=20)
    lived_owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    service_owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    month = models.DateField()  # of the latest news about it: what the public list is ordered by

    class Meta:
        ordering = ["-month", "-id"]
        indexes = [models.Index(fields=["area", "-month", "-id"], name="together_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["area", "reference"], name="a_promise_reference_is_given_once"),
            models.CheckConstraint(
                condition=~Q(lived_owner=F("service_owner")),
                name="a_promise_has_two_owners",
                violation_error_message="A promise needs two owners: one on each side.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Reason(models.Model):
    """Why a promise was made: exactly one thing per row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    promise = models.ForeignKey(Promise, models.CASCADE, related_name="reasons")
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(story=None, decision__isnull=False) | Q(story__isnull=False, decision=None),
                name="a_reason_is_exactly_one_thing",
            ),
            models.UniqueConstraint(fields=["promise", "story"], name="a_story_is_a_reason_once"),
            models.UniqueConstraint(fields=["promise", "decision"], name="a_decision_is_a_reason_once"),
        ]

    def __str__(self) -> str:
        return f"why {self.promise_id}"


class Accepted(models.Model):
    """Someone with a role in the organisation took the promise on: now it counts."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="accepted")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"accepted by {self.by}"


class Started(models.Model):
    """Work has begun."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="started")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"started by {self.by}"
