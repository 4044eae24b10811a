"""What an area is working on: its groups, as everyone may know them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from alongside.groups.models import Group
from alongside.people.models import Area
from alongside.people.viewer import Viewer

MOST = 12


@dataclass(frozen=True)
class Work:
    """A group on a card. ``href`` leads to its room for who sits there, to its open page for others."""

    name: str
    purpose: str
    partners: str
    href: str


def working_on(area: Area, viewer: Viewer) -> list[Work]:
    """The groups at work in an area, by name: what for, and who sits in them. Three queries."""
    groups = Group.objects.filter(area=area, until=None).prefetch_related("partners")[:MOST]
    mine = set(Group.objects.visible_to(viewer).filter(area=area).values_list("pk", flat=True))
    return [
        Work(
            group.name,
            group.purpose,
            together(str(partner) for partner in group.partners.all()),
            reverse("website:group" if group.pk in mine else "website:open_group", args=[group.pk]),
        )
        for group in groups
    ]


def together(names: Iterable[str]) -> str:
    """ "Families, schools and services": the first with its capital, the others without."""
    found = [name if number == 0 else name[:1].lower() + name[1:] for number, name in enumerate(names)]
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
