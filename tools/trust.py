"""``make trust``: the long versions of what ``make test`` tries briefly, and a table of what came of them.

    python -m tools.trust [name …]

Each line lands in docs/assurance/figures.md: figure, target, measured, seconds, date.
Exits 0 only if all held.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tools import sabotage
from tools.install import install
from tools.machine import Missing
from tools.node import assets
from tools.outcome import Failed
from tools.places import PYTHON, ROOT, say
from tools.postgres import database
from tools.running import environment, in_a_browser, pytest

PAGE = ROOT / "docs" / "assurance" / "figures.md"
HEAD = """# What was tried at length, and what came of it

`make trust` writes this page, line by line: each says when it was measured. The short versions of the same
are part of `make test`.

| What | Target | Measured | Seconds | On |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Figure:
    """One thing that can be relied on, how much of it, and how to see for oneself."""

    name: str
    what: str
    target: str
    measure: Callable[[], str]

    @property
    def start(self) -> str:
        """How its line in the table begins."""
        return f"| {self.what} | {self.target} |"


def _doors() -> str:
    pytest(["checks/doors"], [], ALONGSIDE_WORLDS="1000")
    return "1,000 worlds, no difference"


def _doors_on_postgres() -> str:
    with database() as address:
        pytest(["checks/doors"], [], ALONGSIDE_WORLDS="1000", DATABASE_URL=address)
    return "1,000 worlds, no difference"


def _said(*command: str) -> str:
    """Run one of the long versions; the first line says what came of it."""
    whole = [str(PYTHON), "-m", *command]
    done = subprocess.run(whole, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    said = done.stdout.strip() or done.stderr.strip()[-500:]
    if done.returncode:
        raise Failed(said)
    return said.splitlines()[0]


def _killed(*more: str) -> str:
    return _said("journeys.killing", "--rounds", "200", *more)


def _senders_killed(by: str) -> str:
    return _said("journeys.sending", "--rounds", "100", "--by", by)


def _in_a_browser(journey: str) -> str:
    in_a_browser([journey], [])
    return "all held"


FIGURES = (
    Figure("doors", "Every door is its plain definition, SQLite", "1,000 worlds", _doors),
    Figure(
        "doors-postgres", "Every door is its plain definition, PostgreSQL", "1,000 worlds", _doors_on_postgres
    ),
    Figure(
        "killed", "Server and worker killed (-9) while people tell, SQLite", "200 rounds, 0 lost", _killed
    ),
    Figure(
        "killed-postgres",
        "Server and worker killed (-9) while people tell, PostgreSQL",
        "200 rounds, 0 lost",
        lambda: _killed("--postgres"),
    ),
    Figure(
        "killed-database",
        "PostgreSQL itself killed (-9) with all its children, alone or with server and worker",
        "200 rounds, 0 lost",
        lambda: _killed("--postgres", "--kills-it"),
    ),
    Figure(
        "sender-folder",
        "Sender killed (-9) while it sends into a folder",
        "100 kills, none lost, none twice",
        lambda: _senders_killed("folder"),
    ),
    Figure(
        "sender-smtp",
        "Sender killed (-9) while it sends by SMTP, half of the times between taken and written down",
        "100 kills, none lost, none twice under two names",
        lambda: _senders_killed("smtp"),
    ),
    Figure(
        "words-kept",
        "500 words on a phone while session, token, draft, line, server or a rule breaks: each form",
        "none lost",
        lambda: _in_a_browser("journeys/test_words_kept.py"),
    ),
    Figure(
        "typed",
        "Script payloads through every field, on every page that shows them, in a browser",
        "200 or more, none runs",
        lambda: _in_a_browser("journeys/test_typed.py"),
    ),
    Figure(
        "sabotage",
        "Small bad patches that the tests notice",
        "25 or more, all",
        lambda: sabotage.sabotage(quick=False),
    ),
)


def row(figure: Figure) -> tuple[str, bool]:
    """The line of the table for this figure, and whether it held."""
    began, held = time.monotonic(), False
    try:
        measured, held = figure.measure(), True
    except Missing as missing:
        measured = f"not run: {missing}"
    except Failed as failed:
        measured = "FAILED: " + str(failed).partition("\n")[0].replace("|", "/")
    seconds, on = time.monotonic() - began, datetime.now(tz=UTC).date()
    return f"{figure.start} {measured} | {seconds:.0f} | {on} |", held


def keep(line: str, figure: Figure) -> None:
    """Put this line into the page, in its place; what was measured before of the others stays."""
    kept = PAGE.read_text(encoding="utf-8").splitlines() if PAGE.exists() else []
    found = {one: old for one in FIGURES for old in kept if old.startswith(one.start)} | {figure: line}
    rows = [found[one] for one in FIGURES if one in found]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def main(names: list[str]) -> int:
    """Measure those named, or all, and keep what came of each as soon as it is known."""
    install(with_dev=True)
    assets()
    chosen = [figure for figure in FIGURES if not names or figure.name in names]
    all_held = bool(chosen)
    for figure in chosen:
        say(f"\n━━ {figure.what}")
        line, held = row(figure)
        say(line)
        keep(line, figure)
        all_held = all_held and held
    return 0 if all_held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
