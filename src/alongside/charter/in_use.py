"""Which frameworks a place works with, and in which version: that of its latest round, else the newest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from alongside.people.models import Organisation

from .framework import Framework, Section, Statement
from .frameworks import here
from .reviews import Review


@dataclass(frozen=True)
class Spot:
    """One statement at one place: where evidence and a note belong."""

    place: Organisation
    framework: Framework
    section: Section
    statement: Statement

    @property
    def keys(self) -> dict[str, Any]:
        """How a row says that it belongs here. Other versions of the framework find it by the same names."""
        return {
            "organisation": self.place,
            "framework": self.framework.slug,
            "statement": self.statement.slug,
        }

    @property
    def path(self) -> tuple[str, str]:
        """The same within one place."""
        return self.framework.slug, self.statement.slug

    @property
    def words(self) -> str:
        """The statement as those who work there read it."""
        one = self.statement
        return one.staff or one.families or one.young_people


def frameworks_of(place: Organisation) -> dict[str, Framework]:
    """Every framework with statements by its slug: as it was last asked here, else the newest. One query."""
    newest = {one.framework.slug: one.framework for one in here().values()}
    last = Review.objects.filter(organisation=place, slug=OuterRef("slug")).order_by("-number")
    asked = Review.objects.filter(organisation=place, pk=Subquery(last.values("pk")[:1]))
    newest |= {review.framework.slug: review.framework for review in asked.select_related("edition")}
    return {slug: one for slug, one in sorted(newest.items()) if not one.is_open}


def spots_of(place: Organisation) -> list[Spot]:
    """Every statement of every framework, in the order in which they are asked."""
    return [
        Spot(place, framework, section, statement)
        for framework in frameworks_of(place).values()
        for section, statement in framework.statements()
    ]


def spot(place: Organisation, framework: str, statement: str) -> Spot | None:
    """This one statement, if there is one."""
    return next((one for one in spots_of(place) if one.path == (framework, statement)), None)
