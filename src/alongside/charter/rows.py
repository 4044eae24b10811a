"""One statement of a closed round: how each side sees it, how far apart they are, and what moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.figures.counts import Share
from alongside.groups.conditions import joined

from .framework import Audience, Section, Statement
from .reviews import SIDES

STRONG = 7
"""Tenths of every side that is shown from which on it is a strength."""
MIXED = 3, 6
"""Tenths between which a side does not agree within itself."""
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
    def in_a_line(self) -> str:
        """What the drawing shows, in words: "Families 4 in 10, staff 9 in 10"."""
        return ", ".join(
            f"{name if not place else name.lower()} {share}" for place, (name, share) in enumerate(self.said)
        )

    @property
    def apart(self) -> str:
        """How far staff and families are from each other, in words; "" where one side is hidden."""
        if self.gap is None:
            return ""
        if abs(self.gap) <= 1:
            return "Almost the same." if self.gap else "The same."
        return (
            f"Staff see it {abs(self.gap)} in 10 {'more' if self.gap > 0 else 'less'} than {self._furthest}."
        )

    @property
    def _furthest(self) -> str:
        """The side of families that is furthest from staff."""
        staff = tenths(self.shares[Audience.STAFF]) or 0
        sides = [side for side in FAMILIES_SIDE if tenths(self.shares.get(side, Share())) is not None]
        return NAMES[max(sides, key=lambda side: abs((tenths(self.shares[side]) or 0) - staff))].lower()

    @property
    def spread(self) -> str:
        """Which sides do not agree among themselves, in words; "" where each does, and where none does."""
        shown = [side for side, share in self.shares.items() if not share.hidden]
        mixed = [side for side in shown if is_mixed(self.shares[side])]
        if len(shown) > 1 and mixed == shown:
            return ""  # as on most statements: saying it each time would say nothing
        named = joined(NAMES[side].lower() for side in mixed)
        return f"{named.capitalize()} are divided." if mixed else ""

    @property
    def since(self) -> str:
        """What moved since the round before, in words; "" where nothing can be said."""
        moves = {side: self.moved(side) for side in self.shares}
        told = [f"{NAMES[side].lower()} {_way(by)}" for side, by in moves.items() if by]
        if told:
            return f"{joined(told).capitalize()} since the last round."
        return "As in the last round." if any(by is not None for by in moves.values()) else ""

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


def tenths(share: Share) -> int | None:
    """A share on the scale of 0 to 10, or none where it is hidden."""
    if share.hidden:
        return None
    return 10 if share.nearly_all else 0 if share.hardly_any else share.tenths


def _way(by: int) -> str:
    return f"{'up' if by > 0 else 'down'} by {abs(by)}"


def is_mixed(share: Share) -> bool:
    """Whether people of one side see it differently among themselves: all that may be said of the spread."""
    place = tenths(share)
    return place is not None and MIXED[0] <= place <= MIXED[1]
