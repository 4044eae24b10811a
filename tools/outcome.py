"""What came of one kind of test, and the table at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.machine import Missing
from tools.places import say


class Failed(Exception):
    """A kind of test ran and did not pass."""


@dataclass(frozen=True)
class Outcome:
    """One row of the table."""

    kind: str
    state: str
    seconds: float
    note: str = ""


def outcome_of(kind: str, run: Callable[[], str]) -> Outcome:
    """Run one kind under a header of its own; ``run`` returns a note, or raises Failed or Missing."""
    say(f"\n━━ {kind} {'━' * max(3, 80 - len(kind))}")
    began = time.monotonic()
    try:
        state, note = "passed", run()
    except Missing as missing:
        state, note = "not run", str(missing)
        say(f"not run: {kind} ({missing})")
    except Failed as failed:
        state, note = "failed", str(failed)
    seconds = time.monotonic() - began
    say(f"━━ {kind}: {state} in {seconds:.0f} s")
    return Outcome(kind, state, seconds, note)


def table(outcomes: Sequence[Outcome]) -> str:
    """Kind, what came of it, seconds, and a note where there is one."""
    width = max(len(one.kind) for one in outcomes)
    return "\n".join(
        f"  {one.kind.ljust(width)}  {one.state.ljust(7)}  {one.seconds:6.1f} s  {one.note}".rstrip()
        for one in outcomes
    )


def exit_code(outcomes: Sequence[Outcome]) -> int:
    """0 only if everything ran and passed; 1 if something failed; 3 if something could not run."""
    states = {one.state for one in outcomes}
    return 1 if "failed" in states else 3 if "not run" in states else 0
