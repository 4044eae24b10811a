"""Who is making a group happen, as the page draws it: shares of 100, and the facts in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alongside.groups.balance import Share
from alongside.groups.balance import balance as facts
from alongside.groups.models import Group

from .working import together

ROWS: tuple[tuple[str, Callable[[Share], int]], ...] = (
    ("Seats", lambda share: share.seats),
    ("Decisions opened", lambda share: share.decisions_opened),
    ("Wordings written", lambda share: share.wordings_written),
    ("Seats given unpaid", lambda share: share.unpaid),
    ("Seats that are paid", lambda share: share.paid),
)


@dataclass(frozen=True)
class Row:
    """How much of one thing each partner has; ``lived`` is the share of 100 of lived experience."""

    what: str
    counts: tuple[int, ...]
    lived: int

    @property
    def services(self) -> int:
        return 100 - self.lived

    @property
    def bar(self) -> dict[str, str]:
        """Where the two bars begin and how long they are; a sliver of paper stays between them."""
        return {
            "lived": f"{max(self.lived - 0.4, 0):.1f}%",
            "start": f"{min(self.lived + 0.4, 100):.1f}%",
            "services": f"{max(99.4 - self.lived, 0):.1f}%",
        }


@dataclass(frozen=True)
class Balance:
    """The table and the drawing; ``finding`` is the sentence above them."""

    partners: tuple[str, ...]
    rows: tuple[Row, ...]
    finding: str
    lived: str
    services: str


def balance(group: Group) -> Balance:
    """Everyone sees this, in the room and outside it. These are facts, so they are shown as they are."""
    shares = facts(group)
    rows = [_row(what, shares, of) for what, of in ROWS]
    return Balance(
        partners=tuple(share.partner.name for share in shares),
        rows=tuple(row for row in rows if sum(row.counts)),
        finding=_finding(shares),
        lived=together(share.partner.name for share in shares if share.partner.is_lived),
        services=together(share.partner.name for share in shares if not share.partner.is_lived),
    )


def _row(what: str, shares: list[Share], of: Callable[[Share], int]) -> Row:
    counts = tuple(of(share) for share in shares)
    lived = sum(of(share) for share in shares if share.partner.is_lived)
    return Row(what, counts, round(100 * lived / sum(counts)) if sum(counts) else 0)


def _finding(shares: list[Share]) -> str:
    first, seats = shares[0], sum(share.seats for share in shares)
    wordings = sum(share.wordings_written for share in shares)
    held = f"{first.partner} hold {first.seats} of {seats} seats"
    return f"{held}, and wrote {first.wordings_written} of {wordings} wordings." if wordings else f"{held}."
