"""Who reads this: said on every page of the journey, by name."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.people.models import Area, Organisation, Role
from alongside.safety.readings import moderators_of


@dataclass(frozen=True)
class Reader:
    """A moderator by name, and the service they work for, if any."""

    name: str
    works_for: str = ""


def readers(area: Area, about: Organisation | None) -> list[Reader]:
    """Who may read first what is about this organisation: nobody who works there."""
    people = {role.person_id: role.person for role in moderators_of(area, about)}
    jobs = Role.objects.live().filter(person__in=people, organisation__isnull=False)
    works = {role.person_id: str(role.organisation) for role in jobs.select_related("organisation")}
    return [Reader(person.screen_name, works.get(pk, "")) for pk, person in people.items()]
