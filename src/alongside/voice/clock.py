"""What recurs in this room."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from alongside.messages.say import link, say
from alongside.people.models import Role

from .publishing import end_publications
from .replies import Asked


def say_who_is_silent(at: datetime) -> int:
    """Tell the area's co-ordinators, once, of each organisation that has said nothing for 30 days."""
    silent = Asked.objects.all().silent(at).select_related("story__area", "organisation")
    for asked in silent:
        with transaction.atomic():
            _say(asked, at)
    return len(silent)


def _say(asked: Asked, at: datetime) -> None:
    area = asked.story.area
    page = link(reverse("voice:story", args=[asked.story_id]))
    roles = Role.objects.filter(area=area, name=Role.Name.COORDINATOR, until=None).select_related("person")
    for role in roles:
        say(
            key=f"silent:{asked.pk}:{role.person_id}",
            kind="silent",
            subject=f"{asked.organisation} has not answered",
            body=f"We asked {asked.organisation} 30 days ago, and it has not answered. Will you ring? {page}",
            at=at,
            area=area,
            person=role.person,
        )


DUTIES = [end_publications, say_who_is_silent]
