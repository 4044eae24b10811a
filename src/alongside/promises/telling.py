"""Telling those who said it what came of it, and what they say to that."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.messages.models import Message, WayBack
from alongside.voice.models import Story

from .rounds import Delivered


class Told(models.Model):
    """One teller is told of one round. Exists only together with the message that tells."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivered = models.ForeignKey(Delivered, models.CASCADE, related_name="tellings")
    story = models.ForeignKey(Story, models.CASCADE, related_name="+")
    way_back = models.ForeignKey(WayBack, models.PROTECT, related_name="+")
    message = models.OneToOneField(Message, models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    asked_again = models.OneToOneField(Message, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivered", "story"], name="a_teller_is_told_once_a_round"),
        ]

    def __str__(self) -> str:
        return "told"


class Verdict(models.Model):
    """What a teller says to it: the first time, and when asked again after four weeks."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes, this helped"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        TOO_SOON = "too-soon", "Too soon to say"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    told = models.ForeignKey(Told, models.CASCADE, related_name="verdicts")
    number = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=10, choices=Answer.choices)
    words = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["told", "number"], name="verdicts_are_numbered_once"),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
