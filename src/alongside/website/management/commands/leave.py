from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.website.engines import CannotCopy
from alongside.website.moving.leaving import leave


class Command(BaseCommand):
    help = "Writes everything into one file that any other house can take in, whatever its database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="where to")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            left = leave(options["file"], timezone.now(), key=settings.BACKUP_KEY)
        except CannotCopy as error:
            raise CommandError(f"{error}.") from error
        inside = f"{left.rows:,} rows in {len(left.counts)} tables, files: {left.files}"
        self.stdout.write(f"{options['file']}: {inside}.")
        if left.faults:
            self.stdout.write(f"Not whole, and going along as it is: {left.faults} (alongside verify).")
        if not settings.BACKUP_KEY:
            self.stdout.write("It is not sealed: with ALONGSIDE_BACKUP_KEY it would be. See docs/backups.md.")
        self.stdout.write("The settings do not travel. Take ALONGSIDE_SECRET_KEY along by hand.")
        self.stdout.write("Keep this house shut now: what is said here from now on stays behind.")
