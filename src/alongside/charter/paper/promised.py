"""What was promised about each statement, for paper: as those see it who are not signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alongside.people.viewer import NOBODY

from .. import plan
from ..result import Result


@dataclass(frozen=True)
class Promised:
    """One promise: where it is, why it was refused (or ""), and how each side went since."""

    title: str
    state: str
    why: str
    moved: list[str]


@dataclass(frozen=True)
class About:
    """One statement, and what was promised about it."""

    words: str
    promised: list[Promised]


def promised_of(result: Result, at: datetime) -> list[About]:
    """As it stands at this moment. What is only offered is not for everybody, and so not for paper."""
    rows = plan.Plan.of(result, NOBODY, at).rows
    return [About(one.row.words, [_printed(promised) for promised in one.promised]) for one in rows]


def _printed(one: plan.Promised) -> Promised:
    why = one.promise.refusal.why if one.promise.is_refused else ""
    return Promised(str(one.promise), one.state.text, why, list(one.moved))
