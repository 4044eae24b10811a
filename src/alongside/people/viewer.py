"""Who is looking, and where: the one thing that every door asks for, and what most pages begin with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from .models import Area, Organisation, Person, Role
from .tasks import SECOND_STEP


@dataclass(frozen=True)
class Viewer:
    """A person with their roles, or nobody.

    ``ways_back`` holds the ids of the secret links this browser has opened in this very request; a link
    is a key to one story and never makes its holder somebody.

    Tasks that need a second step stay closed for a person who came in by a code alone. Which it is goes with
    the person and not with the viewer, since a verb knows no browser and asks about the person it was given.
    """

    person: Person | None = None
    ways_back: frozenset[UUID] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.person is not None

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles held now. Read once a request, so that a role taken away is gone with the next one."""
        if self.person is None:
            return ()
        held = Role.objects.live().filter(person=self.person)
        return tuple(held.select_related("area", "organisation"))

    @cached_property
    def closed_roles(self) -> tuple[Role, ...]:
        """Roles that are held, and open only after a second step that was not taken here."""
        if self.person is None or not self.person.by_code_alone:
            return ()
        return tuple(role for role in self.roles if role.name in SECOND_STEP)

    @cached_property
    def open_roles(self) -> tuple[Role, ...]:
        """Roles that may be used just now."""
        return tuple(role for role in self.roles if role not in self.closed_roles)

    def holds(self, *names: Role.Name, area: Area | UUID | None = None) -> bool:
        """Whether one of these roles is held and open in this very area (roles do not flow down the tree)."""
        return _any_of(self.open_roles, names, area)

    def is_given(self, *names: Role.Name, area: Area | UUID | None = None) -> bool:
        """The same of roles held, open or not: for rules that keep somebody away from what is theirs."""
        return _any_of(self.roles, names, area)

    def areas_as(self, *names: Role.Name) -> frozenset[UUID]:
        """Ids of the areas in which one of these roles is held and open."""
        return frozenset(role.area_id for role in self.open_roles if role.name in names and role.area_id)

    @cached_property
    def works_for(self) -> frozenset[UUID]:
        """Ids of the organisations in which any role is held, open or not: who works there reads less."""
        return frozenset(role.organisation_id for role in self.roles if role.organisation_id)

    def is_of(self, organisation: Organisation | UUID) -> bool:
        """Whether this person has a role in that organisation."""
        return (organisation.pk if isinstance(organisation, Organisation) else organisation) in self.works_for

    @cached_property
    def is_service_side(self) -> bool:
        """Whether this person works for any service: such a person never learns who told a story."""
        return any(role.organisation is not None and role.organisation.is_service for role in self.roles)


def _any_of(roles: tuple[Role, ...], names: tuple[Role.Name, ...], area: Area | UUID | None) -> bool:
    wanted = area.pk if isinstance(area, Area) else area
    named = [role for role in roles if role.name in names]
    return any(wanted is None or role.area_id == wanted for role in named)


NOBODY = Viewer()


class Request(HttpRequest):
    """A request as our views get it: with a viewer, and with an area once a view has said ``here``."""

    viewer: Viewer
    area: Area


def me(request: Request) -> Person:
    """The signed-in person; for nobody the page is not there."""
    if request.viewer.person is None:
        raise Http404
    return request.viewer.person


def here(request: Request, area: Area | str) -> Area:
    """Say that this page belongs to the area, or to the one with this address; 404 when there is none.

    Then the page's map and its phone number are that area's. Say it once the door has opened, never before.
    """
    request.area = area if isinstance(area, Area) else get_object_or_404(Area, slug=area)
    return request.area
