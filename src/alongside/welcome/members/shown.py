"""A plan as its page draws it: how many of what, what stands in the way, and row after row."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from alongside.look.paging import address

from .columns import Column, refused
from .drafts import BroughtIn
from .plan import Line, Plan, What

MANY = 50
WORDS = {
    What.NEW: ("comes in", "come in"),
    What.CHANGED: ("is known, and changes", "are known, and change"),
    What.KNOWN: ("is known already", "are known already"),
    What.GONE: ("has left, and stays out", "have left, and stay out"),
    What.ALIKE: ("is perhaps known", "are perhaps known"),
    What.CANNOT: ("cannot come in", "cannot come in"),
}


class Shown:
    """One page of a plan; ``only`` is one kind of line, ``after`` the last row of the page before."""

    def __init__(self, draft: BroughtIn, plan: Plan, only: str, after: str) -> None:
        self.draft, self.plan = draft, plan
        self.only = What(only) if only in What.values else None
        self.after = int(after) if after.isascii() and after.isdigit() and len(after) < 9 else 0

    @cached_property
    def tally(self) -> list[dict[str, Any]]:
        """How many of what, each a link to these rows."""
        found = []
        for what, (one, many) in WORDS.items():
            if count := len(self.plan.of(what)):
                href = address({"show": what.value}) + "#rows"
                found.append({"count": count, "text": one if count == 1 else many, "href": href})
        if out := len(self.plan.out):
            text = "stays out, as you said" if out == 1 else "stay out, as you said"
            found.append({"count": out, "text": text, "href": "#rows"})
        return found

    @cached_property
    def open(self) -> list[Line]:
        """The first rows that stand in the way."""
        return self.plan.open[:MANY]

    @property
    def open_count(self) -> int:
        """How many stand in the way."""
        return len(self.plan.open)

    @property
    def open_words(self) -> str:
        """The same for a button."""
        return str(self.open_count)

    @property
    def comes(self) -> int:
        """How many people come in or change with one press."""
        return len(self.plan.of(What.NEW, What.CHANGED))

    @property
    def without_yes(self) -> int:
        """How many of those who come in may not be written to."""
        return sum(1 for line in self.plan.of(What.NEW) if not line.entry.may_contact)

    @cached_property
    def _some(self) -> list[Line]:
        found = self.plan.of(self.only) if self.only else self.plan.lines
        return [line for line in found if line.number > self.after][: MANY + 1]

    @property
    def lines(self) -> list[Line]:
        """The rows of this page."""
        return self._some[:MANY]

    @property
    def more(self) -> str:
        """The address of the next page; empty on the last."""
        if len(self._some) <= MANY:
            return ""
        asked = {"show": self.only.value} if self.only else {}
        return address({**asked, "after": self._some[MANY - 1].number}) + "#rows"

    @property
    def left_alone(self) -> list[str]:
        """Columns that nobody takes in, by their headings."""
        table = self.draft.table
        named = zip(table.head, self.draft.mapping, strict=False) if table else ()
        return [head for head, column in named if head and not column and not refused(head)]

    @property
    def shut(self) -> list[tuple[str, str]]:
        """Columns that may not come in, each with the reason."""
        table = self.draft.table
        return [(head, why) for head in (table.head if table else ()) if (why := refused(head))]

    @property
    def taken(self) -> list[str]:
        """What is taken in, in plain words."""
        return [Column(one).label for one in dict.fromkeys(self.draft.mapping) if one]
