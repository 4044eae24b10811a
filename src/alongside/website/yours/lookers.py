"""Who looked: at how to reach somebody, at a worry, at who told, at what a child told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.people.models import Look, Member
from alongside.safety.models import Concern
from alongside.voice.models import Teller

from .holders import Holder

MOST = 50


@dataclass(frozen=True)
class Looked:
    """On this day this person looked at this; ``why`` is the reason they gave, where one is asked for."""

    on: date
    who: str
    what: str
    why: str


def lookers(holder: Holder) -> list[Looked]:
    """Everybody else who looked at what is the holder's own: the newest first, each once a day."""
    own = Q(what_id__in=[holder.pk, *_own(holder)])
    looks = Look.objects.filter(own | _lists(holder)).exclude(person=holder.person)
    newest = looks.select_related("person").order_by("-at", "-id")[:MOST]
    lines = [Looked(look.on, str(look.person), look.get_what_display(), look.why) for look in newest]
    return [line for line, _same in groupby(lines)]


def _lists(holder: Holder) -> Q:
    """The lists of members on which they stood that day."""
    found = Q(pk__in=[])
    for member in Member.objects.filter(person=holder.person) if holder.person else ():
        theirs = Q(what=Look.What.LIST, what_id=member.forum_id, at__gte=member.joined_at)
        found |= theirs & Q(at__lte=member.left_at) if member.left_at else theirs
    return found


def _own(holder: Holder) -> QuerySet[Any, UUID]:
    """Their ways back, stories and worries. Asked for first, so that looks are found by what they were at."""
    ways = holder.ways()
    stories = Teller.objects.filter(way_back__in=ways).values_list("story", flat=True)
    concerns = Concern.objects.filter(way_back__in=ways).values_list("pk", flat=True)
    return ways.values_list("pk", flat=True).union(stories, concerns)
