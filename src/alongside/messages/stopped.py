"""A way by which nothing has gone for a while: those who wait for it should know why it is so quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min

from alongside.people.models import Area

from .models import Channel, Gone, Message

A_WHILE = timedelta(hours=1)


@dataclass(frozen=True)
class Stopped:
    """Since when nothing has gone by this way, and how many of one area's messages wait for it."""

    channel: Channel
    since: datetime
    waiting: int

    @property
    def heading(self) -> str:
        """What does not go out."""
        return "No e-mail goes out" if self.channel == Channel.EMAIL else "No texts go out"


def stopped_ways(area: Area, at: datetime) -> list[Stopped]:
    """Ways found closed more than an hour ago, by which nothing has gone since."""
    waits = Message.objects.filter(area=area, gone=None, waits_since__lte=at - A_WHILE)
    found = waits.order_by("channel").values("channel").annotate(since=Min("waits_since"), number=Count("pk"))
    ways = [Stopped(Channel(one["channel"]), one["since"], one["number"]) for one in found]
    return [one for one in ways if not _went(one)]


def _went(way: Stopped) -> bool:
    sent = Gone.objects.filter(how=Gone.How.SENT, at__gte=way.since)
    return sent.filter(message__channel=way.channel).exists()
