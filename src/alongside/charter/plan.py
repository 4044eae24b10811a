"""What was promised about each statement of a closed round, and how it moved since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from alongside.people.viewer import Viewer
from alongside.promises.models import Promise
from alongside.promises.offering import side_of
from alongside.promises.states import State

from .framework import Audience
from .planning import PlanItem
from .result import WIDE, Result
from .reviews import Review
from .rows import FAMILIES_SIDE, NAMES, Row, tenths

LOW = 4
"""Tenths of a side up to which a statement is low: most of them do not see it so."""


@dataclass(frozen=True)
class Promised:
    """One promise about a statement. ``moved``: how each side went since, a sentence each."""

    promise: Promise
    state: State
    moved: tuple[str, ...]

    @property
    def href(self) -> str:
        """The thread of the promise."""
        return reverse("website:thread", args=[self.promise.pk])


@dataclass(frozen=True)
class PlanRow:
    """One statement with what was promised about it. ``href``: where this viewer can offer more, or ""."""

    row: Row
    promised: tuple[Promised, ...]
    href: str


@dataclass(frozen=True)
class Plan:
    """What follows from a closed round, statement by statement."""

    rows: Sequence[PlanRow]

    @classmethod
    def of(cls, result: Result, viewer: Viewer, at: datetime) -> Plan:
        """As this viewer may see it. As many queries for sixty statements as for one."""
        review = result.review
        offers = side_of(viewer.person, review.organisation, review.area) is not None
        found = _promised(result, viewer, at)
        rows = [PlanRow(row, tuple(found.get(row.statement.slug, ())), "") for row in result.rows]
        if offers:
            rows = [_with_page(one, review) if is_wanting(one.row) else one for one in rows]
        return cls([one for one in rows if one.promised or one.href])

    def about(self, statement: str) -> PlanRow | None:
        """The part about one statement, if anything stands there."""
        return next((one for one in self.rows if one.row.statement.slug == statement), None)


def is_low(row: Row) -> bool:
    """Whether most of one side at least do not see it so."""
    shown = [tenths(share) for share in row.shares.values() if not share.hidden]
    return any(one is not None and one <= LOW for one in shown)


def is_wanting(row: Row) -> bool:
    """Whether sides see it quite differently, or it is low: what a promise could be about."""
    return is_low(row) or (row.gap is not None and abs(row.gap) >= WIDE)


def moved_since(row: Row) -> tuple[str, ...]:
    """How each side went since the round before, families first: only what both rounds show."""
    sides = [*FAMILIES_SIDE, Audience.STAFF]
    return tuple(_moved(row, side) for side in sides if row.moved(side) is not None)


def _moved(row: Row, side: Audience) -> str:
    who, before, now = NAMES[side].lower(), row.before[side], row.shares[side]
    if str(before) == str(now):
        return f"Since this promise, {who} stayed at {now}."
    return f"Since this promise, {who} went from {before} to {now}."


def _with_page(one: PlanRow, review: Review) -> PlanRow:
    where = reverse("charter:plan", args=[review.pk, one.row.statement.slug])
    return PlanRow(one.row, one.promised, where)


def _promised(result: Result, viewer: Viewer, at: datetime) -> dict[str, list[Promised]]:
    """What was promised after this round, and after the one before it, by statement; the oldest first."""
    review, rows = result.review, {row.statement.slug: row for row in result.rows}
    same = PlanItem.objects.filter(review__organisation=review.organisation_id, review__slug=review.slug)
    rounds = same.filter(review__number__in=(result.number_before, review.number))
    items = {item.promise_id: item for item in rounds}
    door = Promise.objects.visible_to(viewer).filter(pk__in=items).with_rounds()
    found: dict[str, list[Promised]] = {}
    for promise in door.order_by("made_at", "pk"):
        item = items[promise.pk]
        row = rows.get(item.statement)
        counts = row and promise.is_accepted and item.review_id != review.pk
        moved = moved_since(row) if row and counts and promise.accepted.at < review.opened_at else ()
        found.setdefault(item.statement, []).append(Promised(promise, promise.state(at), moved))
    return found
