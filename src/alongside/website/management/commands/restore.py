from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.website.backups import restore
from alongside.website.engines import CannotCopy


class Command(BaseCommand):
    help = "Brings a backup back, having checked that it is whole."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a file that alongside backup wrote")
        parser.add_argument("--replace", action="store_true", help="lose what is here now")
        parser.add_argument("--erased", type=Path, help="a list of who was erased, kept elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest, erased, taken_back = restore(
                options["file"],
                replace=options["replace"],
                at=timezone.now(),
                key=settings.BACKUP_KEY,
                erased_list=options["erased"],
            )
        except CannotCopy as error:
            raise CommandError(str(error)) from error
        held = f"{manifest.rows} rows in {len(manifest.counts)} tables"
        self.stdout.write(f"Everything of {manifest.at} is here again: {held}.")
        if erased:
            self.stdout.write(f"{erased} who had been erased since are erased again.")
        if taken_back:
            self.stdout.write(f"{taken_back} things that tellers took back since are taken back again.")
        self.stdout.write("Now: alongside forget, alongside verify.")
