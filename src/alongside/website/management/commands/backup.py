from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.website.backups import back_up
from alongside.website.engines import CannotCopy


class Command(BaseCommand):
    help = "Writes everything into one file while people go on working. Keep it as safe as the database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="where to (a dated file in the var folder)")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        file = options["file"] or settings.VAR / "backups" / f"alongside-{now:%Y-%m-%d-%H%M%S}.tar.gz"
        try:
            manifest = back_up(file, at=now, key=settings.BACKUP_KEY)
        except CannotCopy as error:
            raise CommandError(str(error)) from error
        files = f", {len(manifest.files)} files" if manifest.files else ""
        self.stdout.write(f"{file}: {manifest.rows} rows in {len(manifest.counts)} tables{files}")
        if not settings.BACKUP_KEY:
            self.stdout.write("It is not sealed: with ALONGSIDE_BACKUP_KEY it would be. See docs/backups.md.")
