"""The three things that must be true before something is decided, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from .yes import agreed

if TYPE_CHECKING:
    from .decisions import Decision


@dataclass(frozen=True)
class Condition:
    """One of the three things that must be true: whether it is, and how far it is, in words."""

    name: str
    met: bool
    how_far: str
    begun: bool = False


Three = tuple[Condition, Condition, Condition]


def conditions(decision: Decision, at: datetime) -> Three:
    """The one place that says how far a decision is."""
    return _every_partner(decision), _no_objection(decision), _time_to_take_it_in(decision, at)


def _every_partner(decision: Decision) -> Condition:
    given = {agreement.partner_id for agreement in decision.agreements}
    names = [partner.name.lower() for partner in decision.needed if partner.pk in given]
    how_far = f"{len(names)} of {len(decision.needed)}"
    return Condition(
        "Every partner has agreed to the same wording",
        agreed([partner.pk for partner in decision.needed], given),
        f"{how_far}: {joined(names)}" if names else f"{how_far} so far",
        bool(names),
    )


def _no_objection(decision: Decision) -> Condition:
    standing = decision.objections
    names = joined(dict.fromkeys(f"{objection.seat.person}’s" for objection in standing))
    how_far = f"{len(standing)} {'stands' if len(standing) == 1 else 'stand'}: {names}"
    return Condition("No objection stands", not standing, how_far if standing else "None stands")


def _time_to_take_it_in(decision: Decision, at: datetime) -> Condition:
    name, days = "People have had time to take it in", decision.group.digest_days
    if decision.is_urgent():
        return Condition(name, True, "Every partner’s speaker said that this one cannot wait", True)
    passed = days_passed(decision, at)
    return Condition(name, at >= decision.digested_at(), f"{passed} of {days} days", passed > 0)


def days_passed(decision: Decision, at: datetime) -> int:
    """How many of the group's days to take it in are over."""
    return max(0, decision.group.digest_days - days_left(decision, at))


def days_left(decision: Decision, at: datetime) -> int:
    """Days until people have had time to take it in, as a calendar counts them; 0 only when it is over."""
    ends = decision.digested_at()
    return max(1, (localdate(ends) - localdate(at)).days) if at < ends else 0


def joined(names: Iterable[str]) -> str:
    """``families, schools and services``."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last
