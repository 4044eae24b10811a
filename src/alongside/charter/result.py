"""A closed round, side by side: how staff see it, beside how families and young people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from alongside.figures.counts import Share
from alongside.figures.figure import Figure
from alongside.figures.surveys import Findings
from alongside.groups.conditions import joined

from .framework import Audience, Section, Statement
from .reviews import SIDES, Review, asked

WIDE = 3
"""Tenths between two sides from which on they see it quite differently."""
STRONG = 7
"""Tenths of every side that is shown from which on it is a strength."""
NAMES = {Audience(side): name for side, name in SIDES}
FAMILIES_SIDE = (Audience.FAMILIES, Audience.YOUNG_PEOPLE)


@dataclass(frozen=True)
class Row:
    """One statement: the share of each side that says *met*, as the gate shows it, now and before."""

    section: Section
    statement: Statement
    shares: Mapping[Audience, Share]
    before: Mapping[Audience, Share]

    @property
    def words(self) -> str:
        """The statement in the words of the first side that was asked."""
        return next(words for side in Audience if (words := self.statement.says(side)))

    @property
    def said(self) -> list[tuple[str, Share]]:
        """Each side that is shown, by name, and its share."""
        return [(NAMES[side], share) for side, share in self.shares.items() if not share.hidden]

    @property
    def gap(self) -> int | None:
        """Tenths between staff and the side of families that is furthest from them; none where one is hidden.

        Above 0 where staff see more of it than families do.
        """
        staff = tenths(self.shares.get(Audience.STAFF, Share()))
        theirs = [tenths(self.shares[side]) for side in FAMILIES_SIDE if side in self.shares]
        gaps = [staff - one for one in theirs if staff is not None and one is not None]
        return max(gaps, key=abs, default=None)

    @property
    def is_strong(self) -> bool:
        """Whether every side that is shown says so, families among them."""
        shown = {side: tenths(share) for side, share in self.shares.items() if not share.hidden}
        return any(side in shown for side in FAMILIES_SIDE) and all(
            one is not None and one >= STRONG for one in shown.values()
        )

    def moved(self, side: Audience) -> int | None:
        """Tenths up or down since the round before; none where either is hidden."""
        now = tenths(self.shares.get(side, Share()))
        then = tenths(self.before.get(side, Share()))
        return None if now is None or then is None else now - then


@dataclass(frozen=True)
class Result:
    """What everybody may see of a closed round: strengths first, then the widest gaps."""

    review: Review
    sides: Mapping[Audience, Findings]
    before: Mapping[Audience, Findings]

    @classmethod
    def of(cls, review: Review) -> Result:
        """Of this round, beside the round before it if there was one. Two queries."""
        earlier = Review.objects.filter(organisation=review.organisation_id, slug=review.slug)
        last = earlier.filter(number=review.number - 1, closed__isnull=False).prefetch_related("findings")
        before = last.first()
        return cls(review, _sides(review), _sides(before) if before else {})

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
            finding="How many of each side say that it is mostly or always so",
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

    @property
    def gaps(self) -> list[Row]:
        """Where sides see it quite differently, the widest first."""
        wide = [row for row in self.rows if row.gap is not None and abs(row.gap) >= WIDE]
        return sorted(wide, key=lambda row: -abs(row.gap or 0))


def tenths(share: Share) -> int | None:
    """A share on the scale of 0 to 10, or none where it is hidden."""
    if share.hidden:
        return None
    return 10 if share.nearly_all else 0 if share.hardly_any else share.tenths


def in_words(share: Share) -> str:
    """Whether people see it the same way: all that may be said of how answers are spread."""
    place = tenths(share)
    if place is None:
        return ""
    return "most see it the same way" if place <= 2 or place >= 8 else "people see it differently"


def _sides(review: Review) -> dict[Audience, Findings]:
    there = {one.audience: one.published for one in review.findings.all()}
    return {side: there[side.value] for side in asked(review.framework) if side.value in there}


def _of(sides: Mapping[Audience, Findings], one: Statement) -> dict[Audience, Share]:
    return {side: said.shares[one.slug] for side, said in sides.items() if one.slug in said.shares}
