"""A closed round, side by side: how staff see it, beside how families and young people see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from alongside.figures.counts import Share
from alongside.figures.figure import Figure
from alongside.figures.surveys import Findings
from alongside.groups.conditions import joined
from alongside.look.dates import month

from .comments import Comment
from .framework import Audience, Question, Section, Statement, same
from .reviews import Review, asked
from .rows import FAMILIES_SIDE, NAMES, Row, tenths

WIDE = 3
"""Tenths between two sides from which on they see it quite differently."""


@dataclass(frozen=True)
class InWords:
    """What people wrote to one question under one section: each with the side it comes from."""

    section: Section
    question: Question
    said: list[tuple[str, str]]


@dataclass(frozen=True)
class Result:
    """What everybody may see of a closed round: strengths first, then the widest gaps."""

    review: Review
    sides: Mapping[Audience, Findings]
    before: Mapping[Audience, Findings]
    number_before: int = 0

    @classmethod
    def of(cls, review: Review) -> Result:
        """Of this round, beside the last one before it that has figures. Three queries at most."""
        before = review.before()
        number = before.number if before else 0
        earlier = _comparable(review, before) if before else {}
        return cls(review, _sides(review), earlier, number)

    def is_shown(self, side: Audience) -> bool:
        """Whether so many took part that figures may be shown. Otherwise: a sheet to talk about."""
        return (
            side in self.sides and not self.sides[side].people.hidden and bool(self.sides[side].people.around)
        )

    @property
    def too_few(self) -> str:
        """The sides without figures, in words: "children and young people"."""
        return joined(NAMES[side].lower() for side in asked(self.review.framework) if not self.is_shown(side))

    @cached_property
    def rows(self) -> list[Row]:
        """Every statement, in the order in which it was asked."""
        return [
            Row(section, one, _of(self.sides, one), _of(self.before, one))
            for section, one in self.review.framework.statements()
        ]

    @property
    def figure(self) -> Figure | None:
        """Every statement as one table; none where nothing was counted."""
        if not self.rows:
            return None
        sides = {NAMES[side]: self._by_words(side) for side in self.sides}
        return Figure.of_findings(
            sides,
            finding=f"How many of each side say {self.scale}",
            counted=f"{self.review.organisation}, {self.review}",
            name="everything",
        )

    def _by_words(self, side: Audience) -> Findings:
        said = self.sides[side]
        shares = {row.words: row.shares[side] for row in self.rows if side in row.shares}
        return Findings(said.about, said.on, said.people, shares)

    @property
    def strengths(self) -> list[Row]:
        """What is strong, as every side that is shown says."""
        return [row for row in self.rows if row.is_strong]

    @cached_property
    def in_words(self) -> list[InWords]:
        """What people wrote and a moderator has read, what is good first. One query.

        Only of sides that are shown: the words of three people would say who they are.
        """
        said: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        shown = [side for side in self.sides if self.is_shown(side)]
        for one in Comment.objects.of(self.review).shown().filter(audience__in=shown):
            said[one.section, one.question].append((NAMES[Audience(one.audience)], one.text.body))
        framework = self.review.framework
        return [
            InWords(section, question, sorted(said[section.slug, question.slug], key=_side_first))
            for question in framework.questions
            for section in framework.sections
            if said[section.slug, question.slug]
        ]

    @property
    def finding(self) -> str:
        """The widest gap, as a sentence to stand above the drawing."""
        if not self.gaps:
            return ""
        return f"The widest gap: “{self.gaps[0].words}” {self.gaps[0].in_a_line}."

    @property
    def took_part(self) -> list[tuple[str, str]]:
        """Each side that is shown, and about how many of it answered: ("around 40", "families")."""
        return [
            (str(self.sides[side].people), NAMES[side].lower()) for side in self.sides if self.is_shown(side)
        ]

    @property
    def when(self) -> str:
        """From which month to which."""
        months = dict.fromkeys((month(self.review.opened_at), month(self.review.closed.at)))
        return " to ".join(months)

    @property
    def scale(self) -> str:
        """The levels that count as met, in words: "mostly" or "always"."""
        met = [f"“{level.label.lower()}”" for level in self.review.framework.levels if level.met]
        return " or ".join(met)

    @property
    def others(self) -> list[Row]:
        """Neither a strength of every side nor far apart: the rest, in the order in which it was asked."""
        told = {row.statement.slug for row in (*self.strengths, *self.gaps)}
        return [row for row in self.rows if row.statement.slug not in told]

    @property
    def gaps(self) -> list[Row]:
        """Where sides see it quite differently, the widest first."""
        wide = [row for row in self.rows if row.gap is not None and abs(row.gap) >= WIDE]
        return sorted(wide, key=lambda row: -abs(row.gap or 0))


def _side_first(said: tuple[str, str]) -> tuple[int, str]:
    """By side, and then by the words themselves: no order of coming."""
    return list(NAMES.values()).index(said[0]), said[1]


def _sides(review: Review) -> dict[Audience, Findings]:
    there = {one.audience: one.published for one in review.findings.all()}
    return {side: there[side.value] for side in asked(review.framework) if side.value in there}


def _comparable(review: Review, before: Review) -> dict[Audience, Findings]:
    """What the round before showed, but for statements that were asked in other words or on another scale."""
    alike = {
        one.slug for _, one in review.framework.statements() if same(one, before.framework, review.framework)
    }
    return {
        side: replace(said, shares={name: share for name, share in said.shares.items() if name in alike})
        for side, said in _sides(before).items()
    }


def _of(sides: Mapping[Audience, Findings], one: Statement) -> dict[Audience, Share]:
    return {side: said.shares[one.slug] for side, said in sides.items() if one.slug in said.shares}


def seen_by_families(review: Review) -> list[str]:
    """The latest view of families in a few lines: where most say yes, and where fewest do. One query."""
    result = Result.of(review)
    side = next((one for one in FAMILIES_SIDE if result.is_shown(one)), None)
    if side is None:
        return []
    seen = [
        (place, row) for row in result.rows if (place := tenths(row.shares.get(side, Share()))) is not None
    ]
    if not seen:
        return []
    most, fewest = max(seen, key=lambda one: one[0])[1], min(seen, key=lambda one: one[0])[1]
    lines = [
        f"“{row.words}” {row.shares[side]} say so." for row in ([most] if most is fewest else [most, fewest])
    ]
    return [f"{str(result.sides[side].people).capitalize()} {NAMES[side].lower()} answered.", *lines]
