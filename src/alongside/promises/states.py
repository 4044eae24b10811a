"""Where a promise is, in a word with a sign: the same on every page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from alongside.people.days import day_of

from . import days
from .promise import Promise
from .rounds import Delivered
from .telling import Verdict

Answer = Verdict.Answer


@dataclass(frozen=True)
class State:
    """What ``{% state %}`` draws: a word, a sign, a tone."""

    text: str
    sign: str = "open"
    tone: str = ""


PROPOSED = State("Proposed, not yet taken on")
OFFERED = State("Proposed, no yes yet from those who live with it")
PROMISED = State("Promised")
UNCHECKED = State("Done, not yet checked", "half", "wait")
NOT_HEARD = State("Done and checked, not yet heard if it helped", "half", "wait")
NOBODY_TO_ASK = State("Done and checked. Nobody left a way back, so nobody could be asked.", "half")
NEXT_REVIEW = State("Done and checked. Reviews show if it helped.", "half")
NOT_CONFIRMED = State("Not confirmed", "aside")
SAID_NO = State("No: opened again", "back", "stop")
REOPENED = State("Opened again", "back", "stop")
NO_BECAUSE = State("No, because…", "aside")
SAID = {
    Answer.YES: State("Yes, this helped", "yes", "yes"),
    Answer.PARTLY: State("Partly", "half", "wait"),
    Answer.TOO_SOON: State("Too soon to say", "wait", "wait"),
    Answer.NO: State("No", "stop", "stop"),
}
CAREFUL = (Answer.NO, Answer.TOO_SOON, Answer.PARTLY, Answer.YES)
"""Where two answers are given equally often, the first of them in this order is the promise's."""


def state(promise: Promise, at: datetime) -> State:
    """Where it is. Shows how a promise ended, never how many said what."""
    if promise.is_refused:
        return NO_BECAUSE
    if not promise.is_accepted:
        return OFFERED if promise.offered_by == Promise.Side.SERVICE else PROPOSED
    latest = promise.round
    if latest is None or latest.is_reopened:
        return _still_to_do(promise, latest, at)
    return _of_round(latest)


def days_late(promise: Promise, at: datetime) -> int:
    """For how many days an open promise has been overdue; 0 when it is not."""
    late = (day_of(at) - promise.due).days
    return late if promise.is_accepted and promise.is_open and late > 0 else 0


def helped(promise: Promise) -> bool:
    """Whether those who asked for it say that it helped: what a stone in the wall stands for."""
    latest = promise.round
    return latest is not None and not latest.is_reopened and _outcome(latest) == SAID[Answer.YES]


def _still_to_do(promise: Promise, before: Delivered | None, at: datetime) -> State:
    if late := days_late(promise, at):
        return State(f"{_days(late)} late", "wait", "wait" if late <= 7 else "stop")
    if before is not None:
        said_no = any(verdict.counted == Answer.NO for verdict in before.standing)
        return SAID_NO if said_no else REOPENED
    left = (promise.due - day_of(at)).days
    if left > days.SOON.days:
        return PROMISED
    return State(f"Due in {_days(left)}" if left else "Due today", "wait", "wait")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _of_round(delivered: Delivered) -> State:
    if not delivered.is_checked:
        return UNCHECKED
    if said := _outcome(delivered):
        return said
    if hasattr(delivered, "not_confirmed"):
        return NOT_CONFIRMED
    if delivered.tellings.all():
        return NOT_HEARD
    return NEXT_REVIEW if delivered.promise.is_offer else NOBODY_TO_ASK


def _outcome(delivered: Delivered) -> State | None:
    """What most of those who answered say; a tie goes to the more careful answer."""
    standing = delivered.standing
    if not standing:
        return None
    counts = Counter(verdict.counted for verdict in standing)
    most = max(CAREFUL, key=lambda answer: counts[answer])
    if most != Answer.YES and any(one.counted == Answer.NO and one.is_answered for one in standing):
        return NO_BECAUSE
    return SAID[most]
