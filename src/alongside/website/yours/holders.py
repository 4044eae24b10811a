"""Whose it is: somebody signed in, or whoever holds a secret link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from alongside.messages.models import WayBack
from alongside.people.models import Area, Person
from alongside.people.viewer import Request, Viewer


class Held(Protocol):
    """A row that belongs to a person or to a way back."""

    person: Person | None
    way_back: WayBack | None


@dataclass(frozen=True)
class Holder:
    """One person, or one way back whose holder we do not know."""

    person: Person | None = None
    way_back: WayBack | None = None
    token: str = ""

    @classmethod
    def of(cls, row: Held) -> Holder:
        """Whom this row belongs to."""
        return cls(row.person, row.way_back)

    @classmethod
    def asking(cls, request: Request, token: str) -> Holder:
        """Who asks for a page: the holder of the secret in its address, else who is signed in."""
        if not token:
            holder = cls(request.viewer.person)
            vars(holder)["viewer"] = request.viewer  # which has asked for its roles already
            return holder
        found = WayBack.behind(token)
        if found is None or found.organisation_id is not None:
            raise Http404
        return cls(way_back=found, token=token)

    @property
    def row(self) -> Person | WayBack:
        """The row itself."""
        row = self.person or self.way_back
        assert row is not None  # noqa: S101 - a holder is one of the two
        return row

    @property
    def pk(self) -> UUID:
        """Its id: all that is kept of who was erased."""
        return UUID(str(self.row.pk))

    @property
    def area(self) -> Area:
        return self.row.area

    @property
    def columns(self) -> dict[str, Any]:
        """The two columns of a row that belongs to this holder."""
        return {"person": self.person, "way_back": self.way_back}

    @cached_property
    def viewer(self) -> Viewer:
        """What this holder sees: through a link, of that link alone."""
        return Viewer(self.person) if self.person else Viewer(ways_back=frozenset({self.pk}))

    def ways(self) -> QuerySet[WayBack]:
        """Every way back of theirs that we know to be theirs."""
        if self.person:
            return WayBack.objects.filter(person=self.person)
        return WayBack.objects.filter(pk=self.pk)

    def lock(self) -> None:
        """Hold the row until the transaction ends."""
        self.row._meta.model._default_manager.select_for_update(of=("self",)).get(pk=self.pk)

    def page(self, name: str) -> str:
        """The address of one of the pages of this part, for this holder."""
        if not self.token:
            return reverse(f"website:{name}")
        return reverse(f"website:{name}_by_link", args=[self.token])
