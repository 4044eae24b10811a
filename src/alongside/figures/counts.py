"""What goes into the gate for counts (Table) and what comes out of it (Count, Publication).

Everything a Publication can say is worked out from its published cells alone. A total is never counted:
it is added up from what is already on the page, so that it cannot say more than its parts do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any, Self

LEAST = 8
STEP = 5
GROUP = 20

Key = tuple[str, ...]
Axes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """Exact counts of people, on their way to the gate. Never shown, never stored.

    about   names the people counted. Two tables that share people are one table with one more axis:
            give them the same name, and the gate refuses a second way of cutting it.
    axes    axis → its categories, all of them, in the order shown.
    counts  one category per axis → how many people (whole, not negative); what is left out is 0.
    apart   each person stands in one cell only. False where one person can be in several (a story that
            touches two cornerstones): then there are no totals and no shares.
    """

    about: str
    axes: Axes
    counts: Mapping[Key, int] = field(repr=False)
    apart: bool = True

    def __post_init__(self) -> None:
        if not self.about or not self.axes:
            raise ValueError("A table needs a name for the people counted, and at least one axis.")
        for axis, categories in self.axes.items():
            if not categories or len(set(categories)) != len(categories):
                raise ValueError(f"The categories of {axis!r} must be there, each one once.")
        unknown = set(self.counts) - set(self.cells())
        if unknown:
            raise ValueError(f"Not a cell of this table: {sorted(unknown)}.")
        if any(type(count) is not int or count < 0 for count in self.counts.values()):
            raise ValueError("A count of people is a whole number, not below 0.")

    def cells(self) -> Iterable[Key]:
        return product(*self.axes.values())

    def count(self, key: Key) -> int:
        return self.counts.get(key, 0)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as it may be shown.

    around  0, or a multiple of 5 from 10 up, in people; None where it is too small to show.
    on      the snapshot it was taken at. It may be older than the page (see disclosure.py).
    total   it was added up from other cells; hidden then means that one of these is hidden.
    """

    around: int | None
    on: date
    total: bool = False

    def __post_init__(self) -> None:
        if self.around and (self.around % STEP or self.around < LEAST):
            raise ValueError("Only rounded counts can be shown.")

    @property
    def hidden(self) -> bool:
        return self.around is None

    @property
    def low(self) -> int:
        """The fewest people that a reader must reckon with."""
        return 1 if self.around is None else max(self.around - STEP // 2, 0)

    @property
    def high(self) -> int:
        """The most people that a reader must reckon with. For single cells, not for totals."""
        if self.around is None:
            return LEAST - 1
        return self.around + STEP // 2 if self.around else 0

    def __str__(self) -> str:
        if self.around is None:
            return "not shown: a part of it is too small" if self.total else "too few to show"
        return f"around {self.around:,}" if self.around else "none"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group, in words: tenths (1 to 9), nearly all, hardly any, or not shown."""

    tenths: int | None = None
    nearly_all: bool = False
    hardly_any: bool = False

    @classmethod
    def of(cls, part: int, rest: int) -> Self:
        """The nearest tenth of a whole; halves go up. Where that is 0 or 10, the honest word instead."""
        whole = part + rest
        tenths = (20 * part + whole) // (2 * whole)
        if 0 < tenths < 10:
            return cls(tenths=tenths)
        return cls(nearly_all=tenths == 10, hardly_any=tenths == 0)

    @property
    def hidden(self) -> bool:
        return self == Share()

    def __str__(self) -> str:
        if self.tenths is not None:
            return f"{self.tenths} in 10"
        if self.nearly_all or self.hardly_any:
            return "nearly all" if self.nearly_all else "hardly any"
        return "too few to show"


@dataclass(frozen=True, slots=True)
class Publication:
    """A table as it may be shown, on one day. What it says of a cell, a total, a filter or a share follows
    from the published cells alone, so any of it may stand next to any other of it."""

    about: str
    on: date
    axes: Axes
    cells: Mapping[Key, Count]
    apart: bool = True

    def count(self, **where: str) -> Count:
        """How many people match: a cell, or a total. `published.count(school="Beck Lane")`

        A total with a hidden part is withheld. Unknown axes and categories raise KeyError.
        """
        parts = self._matching(where)
        if len(parts) == 1:
            return parts[0]
        on = min(part.on for part in parts)
        if not self.apart or any(part.hidden for part in parts):
            return Count(None, on, total=True)
        return Count(sum(part.around or 0 for part in parts), on, total=True)

    def share(self, part: Mapping[str, str], among: Mapping[str, str] | None = None) -> Share:
        """What share of a group (`among`, everyone if left out) is also `part`.

        Tenths where part and rest both surely have 8 people or more. Nearly all, or hardly any, where the
        other side surely has fewer than 8 and the group surely has 20 or more. Otherwise nothing.
        """
        if not self.apart:
            return Share()
        inside = self._matching({**(among or {}), **part})
        whole = self._matching(among or {})
        outside = list(whole)
        for cell in inside:
            outside.remove(cell)
        return _share(inside, outside)

    def _matching(self, where: Mapping[str, str]) -> list[Count]:
        for axis, category in where.items():
            if category not in self.axes[axis]:
                raise KeyError(category)
        wanted = [where.get(axis) for axis in self.axes]
        return [
            cell
            for key, cell in self.cells.items()
            if all(want in (None, have) for want, have in zip(wanted, key, strict=True))
        ]

    def kept(self) -> dict[str, Any]:
        """For storing as JSON and handing to the gate next time. It holds no exact number."""
        return {
            "about": self.about,
            "on": self.on.isoformat(),
            "apart": self.apart,
            "axes": [[axis, list(categories)] for axis, categories in self.axes.items()],
            "cells": [[list(key), cell.around, cell.on.isoformat()] for key, cell in self.cells.items()],
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Self:
        return cls(
            about=kept["about"],
            on=date.fromisoformat(kept["on"]),
            axes={axis: tuple(categories) for axis, categories in kept["axes"]},
            cells={tuple(key): Count(around, date.fromisoformat(on)) for key, around, on in kept["cells"]},
            apart=kept["apart"],
        )


def _share(inside: list[Count], outside: list[Count]) -> Share:
    shown = not any(cell.hidden for cell in inside + outside)
    part, rest = sum(cell.around or 0 for cell in inside), sum(cell.around or 0 for cell in outside)
    if shown and part and rest:
        return Share.of(part, rest)
    surely_a_group = sum(cell.low for cell in inside + outside) >= GROUP
    if surely_a_group and sum(cell.high for cell in outside) < LEAST:
        return Share(nearly_all=True)
    if surely_a_group and sum(cell.high for cell in inside) < LEAST:
        return Share(hardly_any=True)
    return Share()
