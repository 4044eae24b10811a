"""The wall: one stone for one promise that helped, as those say who asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alongside.look.dates import short_day
from alongside.people.cornerstones import choices
from alongside.people.models import Area
from alongside.people.viewer import NOBODY
from alongside.promises.models import Promise
from alongside.promises.states import NEXT_REVIEW, NOBODY_TO_ASK, helped

from .numbers import counted, sentence
from .promised import Standing, standing

MOST_STONES = 60


@dataclass(frozen=True)
class Row:
    """One cornerstone: how many promises helped, how many are still on the way."""

    slug: str
    name: str
    helped: int
    todo: int


@dataclass(frozen=True)
class Wall:
    """Rows for the wall, and the stones laid so far for the top of the page."""

    rows: list[Row]
    stones: list[str]
    caption: str
    note: str

    @property
    def helped(self) -> int:
        return sum(row.helped for row in self.rows)

    @property
    def in_words(self) -> str:
        """What the drawing says, for those who do not see it."""
        if self.helped == 1:
            return "One stone: one promise that helped, say the people who asked for it."
        return f"{self.helped} stones: {self.helped} promises that helped, say the people who asked for them."


def wall(area: Area, at: datetime) -> Wall:
    """The wall of an area as it stands now. These are promises, not people, so they are counted exactly."""
    public = Promise.objects.visible_to(NOBODY).filter(area=area).order_by("month", "id")
    all_of_them = standing(public, at)
    laid = [one.promise.cornerstone for one in all_of_them if helped(one.promise)]
    still = [one.promise.cornerstone for one in all_of_them if _on_the_way(one)]
    rows = [Row(slug, name, laid.count(slug), still.count(slug)) for slug, name in choices()]
    return Wall(
        rows=sorted(rows, key=lambda row: -row.helped),
        stones=laid[-MOST_STONES:],
        caption=_caption(len(laid), len(still)),
        note="One stone is one promise. It is set only when the people who asked say that it helped. "
        f"Trust is what they all rest on. As on {short_day(at)}.",
    )


def _on_the_way(one: Standing) -> bool:
    """Still to do, or done and not yet said to have helped; not what has ended otherwise."""
    return (
        not helped(one.promise)
        and one.state.sign != "aside"
        and one.state not in (NOBODY_TO_ASK, NEXT_REVIEW)
    )


def _caption(laid: int, still: int) -> str:
    first = counted(laid, "promise has helped", "promises have helped")
    then = counted(still, "is still on the way", "are still on the way")
    return f"{sentence(first)}. {sentence(then)}."
