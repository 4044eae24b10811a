"""Where each side stands on one line, drawn beside its statement: places in percent, so no text shrinks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .framework import Audience
from .result import Result
from .rows import NAMES, Row, tenths

LEFT, TENTH = 4.0, 9.2
"""Where 0 is, and how far one tenth is, in percent of the width."""
BESIDE = 12
"""Pixels by which marks at the same place stand beside each other."""
MIDDLE = 50
NEAR = 2
"""Tenths within which two values would run into each other on a phone."""
SHAPES = {Audience.FAMILIES: "circle", Audience.YOUNG_PEOPLE: "diamond", Audience.STAFF: "square"}
INKS = {"circle": "fam", "diamond": "fam", "square": "staff"}
"""Those who live with it are filled, those who work there are hollow."""


@dataclass(frozen=True)
class Mark:
    """One side on the line: filled for lived experience, hollow for staff.

    x      percent of the width
    shift  pixels to the side, where another stands at the same place
    value  what is written at it
    lift   pixels from the line to the value: above is negative
    """

    shape: str
    x: float
    shift: int
    value: str
    lift: int

    @property
    def ink(self) -> str:
        """How it is drawn."""
        return INKS[self.shape]

    @property
    def anchor(self) -> str:
        """A figure stands over its mark; words begin or end there, so that they stay inside."""
        return "mid" if self.value.isdigit() else "end" if self.x > MIDDLE else "start"

    @property
    def at(self) -> int:
        """Where the value is anchored, in pixels from the mark's place."""
        return self.shift if self.value.isdigit() else self.shift + (BESIDE if self.x > MIDDLE else -BESIDE)


@dataclass(frozen=True)
class Line:
    """One statement as a drawing."""

    row: Row
    marks: Sequence[Mark]

    @property
    def gap(self) -> tuple[float, float] | None:
        """From where to where the sides are apart, in percent; none for one side alone."""
        places = [mark.x for mark in self.marks]
        return (min(places), max(places)) if len(places) > 1 else None


@dataclass(frozen=True)
class Side:
    """One side in the key of the drawing."""

    name: str
    shape: str

    @property
    def ink(self) -> str:
        """As on the lines."""
        return INKS[self.shape]


class Chart:
    """A whole result as drawings: what is strong, what looks different, and the rest."""

    def __init__(self, result: Result) -> None:
        self.key = [Side(NAMES[side], SHAPES[side]) for side in result.sides if result.is_shown(side)]
        self.strengths = [line(row) for row in result.strengths]
        self.gaps = [line(row) for row in result.gaps]
        self.others = [line(row) for row in result.others]


def line(row: Row) -> Line:
    """What can be drawn of it: only sides that the gate shows."""
    places = {side: place for side, share in row.shares.items() if (place := tenths(share)) is not None}
    return Line(row, [_mark(side, place, places, row) for side, place in places.items()])


def _mark(side: Audience, place: int, places: dict[Audience, int], row: Row) -> Mark:
    same = [other for other, where in places.items() if where == place]
    share = row.shares[side]
    return Mark(
        shape=SHAPES[side],
        x=round(LEFT + TENTH * place, 1),
        shift=_shift(place, same.index(side), len(same), set(places.values())),
        value=str(share.tenths) if share.tenths is not None else str(share),
        lift=_lift(side, place, places),
    )


def _shift(place: int, which: int, many: int, taken: set[int]) -> int:
    """Marks at one place stand beside each other: away from an end and from a neighbour, else around it."""
    to_the_left, to_the_right = place == 10 or place + 1 in taken, place == 0 or place - 1 in taken
    first = -2 * (many - 1) if to_the_left else 0 if to_the_right else 1 - many
    return BESIDE * (2 * which + first)


def _lift(side: Audience, place: int, places: dict[Audience, int]) -> int:
    """Staff below the line, the others above; young people higher where families stand near."""
    if side == Audience.STAFF:
        return 34
    families = places.get(Audience.FAMILIES)
    near = families is not None and abs(families - place) <= NEAR
    return -38 if side == Audience.YOUNG_PEOPLE and near else -18
