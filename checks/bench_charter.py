"""How a review grows with its answers: page, closing, papers. ``python -m checks.bench_charter``

Three rounds, one after the other and each larger, closed by the real verb. A small one goes before them, so
that each has a round to be compared with. Somebody without an account opens the page. What is said of time is
a ratio to the smallest round, in one run on one machine: not a test. The queries are one: the page must ask
as often for the largest round as for the smallest, and at most 25 times.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

SIZES = 200, 2_000, 20_000
"""Answers in a round."""
ON_A_SHEET = 5
"""Of the statements, so that in the smallest round, too, eight of each side took part."""
QUERIES = 25
OPENS = 15
MANY = 2_000
"""Statements in a framework that nobody would write."""
AT_ONCE = 5_000


@dataclass
class Measured:
    """One round: what its page asks the database, and seconds for each thing that was done."""

    answers: int
    queries: int = 0
    took: dict[str, float] = field(default_factory=dict)


@contextlib.contextmanager
def house() -> Iterator[None]:
    """An empty house on SQLite, thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="alongside-charter-", ignore_cleanup_errors=True) as var:
        for name in [name for name in os.environ if name.startswith("ALONGSIDE_") or name == "DATABASE_URL"]:
            del os.environ[name]
        os.environ |= {"ALONGSIDE_DEMO": "1", "ALONGSIDE_VAR": var, "ALONGSIDE_LOG_LEVEL": "CRITICAL"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield


def quickest(what: Callable[[], Any], times: int = OPENS) -> float:
    """Seconds of the quickest of several times: the machine does other things too."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        took.append(time.perf_counter() - began)
    return min(took)


def filled(review: Any, answers: int) -> None:
    """Sheets of every side in turn, until there are so many answers."""
    from alongside.charter.models import Answer, Sheet
    from alongside.charter.reviews import asked

    framework, left = review.framework, answers
    levels = [level.slug for level in framework.levels]
    sheets, rows = [], []
    while left > 0:
        for side in asked(framework):
            sheet = Sheet(review=review, audience=side, how=Sheet.How.LINK)
            said = [one.slug for section in framework.sections for one in section.asked_of(side)][:ON_A_SHEET]
            sheets.append(sheet)
            spread = len(sheets) // 3
            rows += [
                Answer(sheet=sheet, statement=one, level=levels[(spread + place) % len(levels)])
                for place, one in enumerate(said)
            ]
            left -= len(said)
    Sheet.objects.bulk_create(sheets, batch_size=AT_ONCE)
    Answer.objects.bulk_create(rows, batch_size=AT_ONCE)


def measured(n: Any, answers: int, at: Any) -> Measured:
    """One round, opened, filled, closed, read and printed."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from alongside.charter.editions import Edition
    from alongside.charter.frameworks import found
    from alongside.charter.models import Review

    review = Review.open(n.school, Edition.of(found()["cornerstones", "2026-11"]), n.farah, at)
    filled(review, answers)
    one, browser = Measured(answers), Client(SERVER_NAME="localhost")
    one.took["closing"] = quickest(lambda: review.close(n.farah, at + timedelta(days=1)), times=1)
    papers = {"page": "charter:review", "PDF": "charter:result_pdf", "Word file": "charter:result_docx"}
    for name, route in papers.items():
        address = reverse(route, args=[review.pk])
        one.took[name] = quickest(lambda address=address: b"".join(browser.get(address)))
    with CaptureQueriesContext(connection) as asked:
        browser.get(reverse("charter:review", args=[review.pk]))
    one.queries = len(asked)
    return one


def frameworks() -> tuple[float, float, int]:
    """Seconds to read every framework, and one of 2,000 statements; and how many frameworks there are."""
    from alongside.charter.frameworks import SHIPPED
    from alongside.charter.mistakes import Unusable
    from alongside.charter.reading import read, read_text

    files = sorted(SHIPPED.glob("*.toml"))
    text = files[0].read_text(encoding="utf-8").partition("[[section]]")[0]
    text += '[[section]]\nslug = "all"\nname = "All"\ncornerstone = "welcome"\n'
    text += "".join(
        f'[[section.statement]]\nslug = "s{number}"\nfamilies = "Statement {number}."\n'
        for number in range(MANY)
    )

    def large() -> None:
        with contextlib.suppress(Unusable):  # all of it is read, and then told that nobody answers so many
            read_text(text, "large.toml")

    return quickest(lambda: [read(file) for file in files]), quickest(large, times=3), len(files)


def told(rounds: list[Measured]) -> list[str]:
    """A line for each round, and what is wrong."""
    first = rounds[0]
    for one in rounds:
        ratios = ", ".join(
            f"{name} {seconds * 1000:.0f} ms ({seconds / first.took[name]:.2f})"
            for name, seconds in one.took.items()
        )
        print(f"{one.answers:7,} answers: {one.queries} queries; {ratios}")
    wrong = [f"{one.queries} queries, at most {QUERIES}" for one in rounds if one.queries > QUERIES]
    if len({one.queries for one in rounds}) > 1:
        wrong.append("the page asks more often where there are more answers")
    return wrong


def main() -> int:
    """Print what was measured; ends with 1 if the page's queries grow or are too many."""
    with house():
        from django.utils import timezone

        from alongside.people.demo import netherby

        now = timezone.now() - timedelta(days=200)
        n = netherby(now - timedelta(days=400))
        sizes = enumerate((SIZES[0], *SIZES))
        _before, *rounds = [measured(n, size, now + timedelta(days=30 * place)) for place, size in sizes]
        wrong = told(rounds)
        every, large, many = frameworks()
    print(f"{many} frameworks read in {every * 1000:.1f} ms; {MANY:,} statements in {large * 1000:.0f} ms")
    print("\n".join(f"!! {one}" for one in wrong) or "the same queries for each")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
