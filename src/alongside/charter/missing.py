"""What stands under each statement, and what is still missing: in words with a sign, and never a score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from alongside.people.models import Organisation
from alongside.people.viewer import Viewer
from alongside.promises.states import State

from .framework import Framework, Section
from .in_use import Spot, spots_of
from .models import Evidence, Note

WHOLE = State("There is evidence, and a note", "yes", "yes")
NO_NOTE = State("There is evidence. A note is still missing", "half", "wait")
NO_EVIDENCE = State("There is a note. Evidence is still missing", "half", "wait")
FELL_AWAY = State("Something that was picked does not count any more", "back", "wait")
NOTHING = State("Nothing yet", "open")


@dataclass(frozen=True)
class Standing:
    """What one statement has: ``shown`` is evidence that counts today, ``fell_away`` what does not."""

    shown: bool = False
    fell_away: bool = False
    note: bool = False

    @property
    def state(self) -> State:
        """The same in words, with a sign."""
        if self.fell_away:
            return FELL_AWAY
        if self.shown:
            return WHOLE if self.note else NO_NOTE
        return NO_EVIDENCE if self.note else NOTHING


@dataclass(frozen=True)
class Row:
    """One statement in the list."""

    spot: Spot
    state: State


Rows = list[tuple[Framework, list[tuple[Section, list[Row]]]]]


class Missing:
    """Everything that a place keeps for its charter, as this viewer finds it on this day."""

    def __init__(self, place: Organisation, viewer: Viewer, on: date) -> None:
        self.place, self.viewer, self.on = place, viewer, on

    def frameworks(self) -> Rows:
        """Frameworks in use, their sections, their statements. A number of queries that does not grow."""
        spots, standing = spots_of(self.place), self._standing()
        used = {framework for framework, _ in standing}
        rows = [Row(one, standing.get(one.path, Standing()).state) for one in spots]
        some = [row for row in rows if row.spot.framework.slug in used] or rows
        return [(framework, list(_by_section(inside))) for framework, inside in _by_framework(some)]

    def _standing(self) -> dict[tuple[str, str], Standing]:
        own = Evidence.objects.visible_to(self.viewer).filter(organisation=self.place)
        kept: dict[tuple[str, str], set[bool]] = defaultdict(set)
        for row in own.with_standing(self.on).only("framework", "statement"):
            kept[row.framework, row.statement].add(row.stands)
        notes = Note.objects.visible_to(self.viewer).filter(organisation=self.place)
        noted = set(notes.values_list("framework", "statement").distinct().order_by())
        return {
            path: Standing(True in kept[path], False in kept[path], path in noted) for path in {*kept, *noted}
        }


def _by_framework(rows: list[Row]) -> Iterator[tuple[Framework, list[Row]]]:
    for _slug, some in groupby(rows, key=lambda row: row.spot.framework.slug):
        inside = list(some)
        yield inside[0].spot.framework, inside


def _by_section(rows: list[Row]) -> Iterator[tuple[Section, list[Row]]]:
    for _slug, some in groupby(rows, key=lambda row: row.spot.section.slug):
        inside = list(some)
        yield inside[0].spot.section, inside
