from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.journal.models import Event
from alongside.website.whole import faults, how_much


class Command(BaseCommand):
    help = "Reads journal, decisions, promises and files again, and says what does not fit. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", help="a digest that was mailed out: is it still in the history?")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["head"]:
            self._still_there(options["head"].strip().lower())
        found = 0
        for found, fault in enumerate(faults(), start=1):  # noqa: B007 - the last number is wanted
            self.stdout.write(f"{fault}.")
        if found:
            self.stderr.write(f"{found} thing{'' if found == 1 else 's'} not whole.")
            sys.exit(1)
        self.stdout.write(f"All is whole: {how_much()}.")

    def _still_there(self, head: str) -> None:
        event = Event.objects.filter(digest=head).first()
        if event is None:
            self.stderr.write(
                "This digest is not in the history: it was mistyped, or the history was rewritten."
            )
            sys.exit(1)
        when = timezone.localtime(event.at)
        self.stdout.write(f"It is event {event.number} of area {event.area_id}, of {when:%-d %B %Y}.")
