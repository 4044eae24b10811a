"""A figure: the finding as its caption, the table, the date of the snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from alongside.figures.counts import Count, Publication, Share
from alongside.figures.surveys import Findings

ROUNDED = "Numbers of people are rounded to the nearest five."
RENEWED = "A number is renewed only when it has changed by enough that nobody stands out."


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What `figures/figure.html` shows.

    finding  a sentence that says what the table shows; it stands above it
    counted  what the numbers are: "Stories told in Netherby, by school"
    head     the heading of the first column, then of each column of values
    hidden   something could not be shown: the page then says why
    """

    finding: str
    counted: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    on: date
    hidden: bool = False
    notes: tuple[str, ...] = (ROUNDED,)
    name: str = "figure"

    @classmethod
    def of_counts(
        cls, published: Publication, *, finding: str, counted: str, axis: str, name: str = "figure"
    ) -> Self:
        """One row for each category of an axis, and a last one for all of them where people stand apart."""
        counts = {category: published.count(**{axis: category}) for category in published.axes[axis]}
        if published.apart:
            counts["All together"] = published.count()
        return cls(
            finding=finding,
            counted=counted,
            head=(axis.capitalize(), "How many"),
            rows=tuple(Row(category, (short(count),)) for category, count in counts.items()),
            on=published.on,
            hidden=any(count.hidden for count in counts.values()),
            notes=(ROUNDED, RENEWED),
            name=name,
        )

    @classmethod
    def of_findings(
        cls, sides: Mapping[str, Findings], *, finding: str, counted: str, name: str = "figure"
    ) -> Self:
        """One row for each question, one column for each group that answered; lived experience first.

        A last row says how many took part. Questions one group was not asked stay empty there.
        """
        questions = list(dict.fromkeys(question for side in sides.values() for question in side.shares))
        rows = [Row(q, tuple(_answer(side, q) for side in sides.values())) for q in questions]
        rows.append(Row("How many took part", tuple(short(side.people) for side in sides.values())))
        shares: Sequence[Share | Count] = [s for side in sides.values() for s in side.shares.values()]
        return cls(
            finding=finding,
            counted=counted,
            head=("Question", *sides),
            rows=tuple(rows),
            on=max(side.on for side in sides.values()),
            hidden=any(shown.hidden for shown in shares),
            name=name,
        )


def short(count: Count) -> str:
    """A count in a table cell: "15", "none", "too few", "not shown"."""
    if count.around is None:
        return "not shown" if count.total else "too few"
    return f"{count.around:,}" if count.around else "none"


def _answer(side: Findings, question: str) -> str:
    share = side.shares.get(question)
    if share is None:
        return "not asked"
    return "too few" if share.hidden else str(share)
