"""What recurs in this room."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from alongside.messages.say import link, say, unsaid
from alongside.people.models import Person, Role

from .publishing import end_publications
from .replies import PATIENCE, Asked


def say_who_is_silent(at: datetime) -> int:
    """Tell the area's co-ordinators, once, of each organisation that has said nothing for 30 days.

    Returns how many times it was said just now.
    """
    silent = Asked.objects.all().silent(at).select_related("story__area", "organisation")
    held = list(Role.objects.holders(Role.Name.COORDINATOR))
    news = {
        f"silent:{asked.pk}:{role.person_id}": (asked, role.person)
        for asked in silent
        for role in held
        if role.area_id == asked.story.area_id
    }
    new = unsaid(news)
    for key in new:
        _say(key, *news[key], at)
    return len(new)


def _say(key: str, asked: Asked, to: Person, at: datetime) -> None:
    page = link(reverse("voice:story", args=[asked.story_id]))
    say(
        key=key,
        kind="silent",
        subject=f"{asked.organisation} has not answered",
        body=(
            f"We asked {asked.organisation} {PATIENCE.days} days ago, and it has not answered. "
            f"Will you ring? {page}"
        ),
        at=at,
        area=asked.story.area,
        person=to,
    )


DUTIES = [end_publications, say_who_is_silent]
