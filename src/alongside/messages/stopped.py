"""A way by which nothing goes, so that a human learns of it before those who wait do."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

from .ways_back import Channel


class Stopped(models.Model):
    """Nothing has gone by this channel since this day. The row goes as soon as something has gone again.

    The day, never the hour: the hour of a message can say when somebody told us something.
    """

    channel = models.CharField(max_length=10, choices=Channel.choices, primary_key=True)
    since = models.DateField()

    def __str__(self) -> str:
        return f"nothing by {self.channel} since {self.since}"

    @classmethod
    def found(cls, channel: str, at: datetime) -> None:
        """Nobody was there when we tried. Saying so again keeps the first day."""
        cls.objects.get_or_create(channel=channel, defaults={"since": timezone.localdate(at)})

    @classmethod
    def is_over(cls, channel: str) -> None:
        """Something has gone by it."""
        cls.objects.filter(channel=channel).delete()

    @classmethod
    def overnight(cls, at: datetime) -> list[Stopped]:
        """What has stood still since yesterday or longer: what is put off for an hour is no news."""
        return list(cls.objects.filter(since__lt=timezone.localdate(at)))
