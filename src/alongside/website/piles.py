"""What lies on a desk in piles: a few rows of each, and the rest one link away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Window

from alongside.look.paging import page

FEW, MANY = 3, 20


@dataclass(frozen=True)
class Kind:
    """A pile by its name: what its card is called, and what is counted in it."""

    name: str
    title: str
    one: str
    many: str
    note: str = ""


@dataclass(frozen=True)
class Pile:
    """Some of the things of one kind, how many there are, and where the others are."""

    kind: Kind
    rows: Sequence[Any]
    count: int
    whole: bool = False
    more: str = ""

    @property
    def template(self) -> str:
        """What draws one of its rows."""
        return f"website/piles/{self.kind.name}.html"

    @property
    def counted(self) -> str:
        """ "people to ring", in the right number."""
        return self.kind.one if self.count == 1 else self.kind.many

    @property
    def see_all(self) -> str:
        """The address of the whole pile, if this is not all of it."""
        return f"?all={self.kind.name}" if self.count > len(self.rows) and not self.whole else ""

    @property
    def level(self) -> int:
        """Which heading its rows have: under a card's, or under the page's own."""
        return 2 if self.whole else 3

    @property
    def tally(self) -> dict[str, Any]:
        """Its number at the top of the desk, and the way to its card."""
        return {"count": self.count, "text": self.counted, "href": f"#{self.kind.name}"}


def a_few(kind: Kind, rows: QuerySet[Any], by: Sequence[str]) -> Pile:
    """The first three in this order, and how many there are: one query."""
    found = list(rows.order_by(*by).annotate(in_all=Window(Count("pk")))[:FEW])
    return Pile(kind, found, found[0].in_all if found else 0)


def all_of(kind: Kind, rows: QuerySet[Any], by: Sequence[str], after: str, behind: QuerySet[Any]) -> Pile:
    """One page of them. The row before is looked up behind its door, as it may be done by now."""
    some = page(rows, by, after, behind=behind, many=MANY)
    return Pile(kind, some.rows, len(some.rows), whole=True, more=some.older(asked={"all": kind.name}))


def listed(kind: Kind, rows: Sequence[Any], whole: bool) -> Pile:
    """The same for a list that is short by its nature."""
    return Pile(kind, rows if whole else rows[:FEW], len(rows), whole)
