from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.website.engines import CannotCopy
from alongside.website.moving.arriving import arrive
from alongside.website.moving.chest import Inventory


class Command(BaseCommand):
    help = (
        "Takes in a file that alongside leave wrote: all of it or nothing, and only where nobody lives yet."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a file that alongside leave wrote")
        parser.add_argument("--erased", type=Path, help="a list of who was erased, kept elsewhere")
        parser.add_argument("--anyway", action="store_true", help="even if some ways to sign in end")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            came, erased, taken_back, ended = arrive(
                options["file"],
                timezone.now(),
                key=settings.BACKUP_KEY,
                erased_list=options["erased"],
                anyway=options["anyway"],
            )
        except CannotCopy as error:
            raise CommandError(f"{error}.") from error
        self.stdout.write(f"Everything of {came.at} is here, as it was there:")
        for line in table(came):
            self.stdout.write(f"  {line}")
        if erased:
            self.stdout.write(f"{erased} who had been erased since are erased again.")
        if taken_back:
            self.stdout.write(f"{taken_back} things that tellers took back since are taken back again.")
        for one in ended:
            self.stdout.write(f"{one.partition(': ')[0]}, as you said.")
        self.stdout.write("Now: alongside forget, alongside verify.")


def table(came: Inventory) -> Iterator[str]:
    """How many rows each room has, the files, and the journals: all of them compared."""
    rooms: Counter[str] = Counter()
    for label, count in came.counts.items():
        rooms[label.partition(".")[0]] += count
    told = [*((room, f"{count:,} rows") for room, count in rooms.items()), ("files", f"{came.files:,}")]
    told.append(("journals", f"{len(came.heads):,}, each ends where it ended"))
    width = max(len(name) for name, _ in told)
    yield from (f"{name.ljust(width)}  {what}" for name, what in told)
