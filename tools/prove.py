"""``make test``: every kind of test, in order, and an honest table at the end.

    python -m tools.prove [kind …] [-- arguments for pytest]

Exits 0 only if every kind ran and passed, 1 if one failed, 3 if one could not run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tools import machine, sabotage, style, wheel
from tools.ending import follow_make, listen
from tools.install import install
from tools.node import assets
from tools.outcome import exit_code, outcome_of, table
from tools.places import say
from tools.postgres import database
from tools.running import in_a_browser, pytest

ROOMS, HOUSE = "src", "checks"


class Proof:
    """The kinds of test, each a method that returns a note or raises Failed or Missing."""

    def __init__(self, args: list[str], *, whole: bool) -> None:
        self.args, self.whole = args, whole

    def check(self) -> str:
        """Style, types, order of rooms, templates, migrations."""
        return style.check()

    def unit(self) -> str:
        """Every room's own tests, on SQLite, but for the few that take long."""
        return pytest([ROOMS], ["-m", "not race and not long", *self.args])

    def house(self) -> str:
        """What must be true of the whole house, and what takes long in the rooms, on SQLite.

        With all kinds, what crawls over every page does so on PostgreSQL, and here in the journeys' browser.
        """
        these = "(race or long or not room) and not once_on_postgres"
        if self.whole and _is_here(machine.postgres_programs):
            these += " and not crawl"
        return pytest([HOUSE, ROOMS], ["-m", these, *self.args])

    def unit_postgres(self) -> str:
        """Both again on PostgreSQL, but for what asks no database."""
        with database() as address:
            these = ["-m", "not once_on_sqlite", *self.args]
            return pytest([ROOMS, HOUSE], these, DATABASE_URL=address, ALONGSIDE_WORLDS="25")

    def sabotage(self) -> str:
        """A few small mistakes, each of which must turn the tests red."""
        return sabotage.sabotage(quick=True)

    def journeys(self) -> str:
        """What people do, in a real browser."""
        _is_here(machine.java)  # a test that needs it and has it not says so itself
        return in_a_browser(["journeys"], ["-m", "not long", *self.args])

    def wheel(self) -> str:
        """What other people install."""
        return wheel.wheel()


def _is_here(find: Callable[[], object]) -> bool:
    """Whether the machine has it now; it is fetched if that is allowed."""
    try:
        find()
    except machine.Missing:
        return False
    return True


KINDS = {
    "check": "check",
    "unit": "unit on SQLite",
    "house": "house rules on SQLite",
    "unit_postgres": "both on PostgreSQL",
    "sabotage": "sabotage, briefly",
    "journeys": "journeys in Chromium",
    "wheel": "wheel",
}


def main(words: list[str]) -> int:
    """Run the kinds named, or all of them."""
    listen()
    follow_make()
    cut = words.index("--") if "--" in words else len(words)
    proof = Proof(words[cut + 1 :], whole=not words[:cut])
    install(with_dev=True)
    assets()
    outcomes = [outcome_of(KINDS[kind], getattr(proof, kind)) for kind in words[:cut] or KINDS]
    say(f"\n{table(outcomes)}\n")
    return exit_code(outcomes)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nstopped")
        os._exit(130)
