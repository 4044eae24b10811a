from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from alongside.website.whole import faults, how_much


class Command(BaseCommand):
    help = "Reads the journal, all decisions and promises again, and says what does not fit. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for found, fault in enumerate(faults(), start=1):  # noqa: B007 - the last number is wanted
            self.stdout.write(f"{fault}.")
        if found:
            self.stderr.write(f"{found} thing{'' if found == 1 else 's'} not whole.")
            sys.exit(1)
        self.stdout.write(f"All is whole: {how_much()}.")
