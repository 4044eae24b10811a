"""The parts of a printed result, and how each follows from the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.figures.counts import Share
from alongside.figures.figure import Figure
from alongside.look.dates import short_day

from .. import said
from ..chart import SHAPES
from ..framework import Audience, Framework
from ..result import Result
from ..rows import NAMES, Row, tenths


@dataclass(frozen=True)
class Mark:
    """One side's answer to one statement: in words, and where it stands between 0 and 10."""

    name: str
    shape: str
    value: str
    at: int


@dataclass(frozen=True)
class Statement:
    """One statement, with its cornerstone and the sides that are shown."""

    words: str
    stone: str
    marks: list[Mark]
    note: str


@dataclass(frozen=True)
class Part:
    """Statements under one heading."""

    heading: str
    finding: str
    statements: list[Statement]


@dataclass(frozen=True)
class Words:
    """What people wrote to one question under one section: (side, words)."""

    heading: str
    said: list[tuple[str, str]]


@dataclass(frozen=True)
class Table:
    """A heading row and rows; the first column is what each row is about."""

    heading: str
    finding: str
    counted: str
    head: list[str]
    rows: list[list[str]]
    notes: str = ""


def scale_of(framework: Framework) -> str:
    """What the answers were, and which of them are counted; "" where nothing is counted."""
    if framework.is_open:
        return ""
    labels = [f"“{level.label}”" for level in framework.levels]
    met = " or ".join(f"“{level.label}”" for level in framework.levels if level.met)
    choices = f"People could choose {', '.join(labels[:-1])} or {labels[-1]}."
    return f"{choices} We show how many in every 10 chose {met}."


def parts_of(result: Result) -> Iterator[Part]:
    """What is strong, then the widest gaps, then all the rest."""
    yield from _part(said.STRONG, said.STRONG_SAYS, result.strengths)
    yield from _part(said.DIFFER, result.finding, result.gaps)
    yield from _part(said.REST, "", result.others)


def _part(heading: str, finding: str, rows: Sequence[Row]) -> Iterator[Part]:
    if rows:
        yield Part(heading, finding, [_statement(row) for row in rows])


def _statement(row: Row) -> Statement:
    marks = list(_marks(row.shares))
    note = " ".join(one for one in (row.apart, row.spread, row.since) if one) if marks else said.TOO_FEW
    return Statement(row.words, row.section.cornerstone, marks, note)


def words_of(result: Result) -> Iterator[Words]:
    """What people wrote and a moderator has read, as the page shows it."""
    for one in result.in_words:
        yield Words(f"{one.section.name}: {one.question.asks}", one.said)


def _marks(shares: Mapping[Audience, Share]) -> Iterator[Mark]:
    """Lived experience first, as everywhere."""
    for side, share in shares.items():
        if (at := tenths(share)) is not None:
            yield Mark(NAMES[side], SHAPES[side], str(share), at)


def everything(figure: Figure | None) -> Table | None:
    """The page's table, with what is said under it."""
    if figure is None:
        return None
    rows = [[row.name, *row.values] for row in figure.rows]
    why = "Where it says too few, we hide the number. That keeps people from being recognised."
    notes = [*([why] if figure.hidden else []), *figure.notes, f"Snapshot of {short_day(figure.on)}."]
    heading, head = said.TABLE, list(figure.head)
    return Table(heading, figure.finding, figure.counted, head, rows, " ".join(notes))


def changed(result: Result) -> Table | None:
    """The statements of which more or fewer say so than in the round before, side by side."""
    moved = [row for row in result.rows if any(row.moved(side) for side in row.shares)]
    sides = [side for side in result.sides if any(row.moved(side) for row in moved)]
    if not moved:
        return None
    then, now = result.number_before, result.review.number
    return Table(
        heading="What changed since the round before",
        finding="Where more or fewer say so than in the round before",
        counted=f"{result.review.organisation}, round {then} and round {now}",
        head=["Question", *(NAMES[side] for side in sides)],
        rows=[[row.words, *(_then_and_now(row, side) for side in sides)] for row in moved],
    )


def _then_and_now(row: Row, side: Audience) -> str:
    if not row.moved(side):
        return "no change to show"
    return f"{row.before[side]}, now {row.shares[side]}"
