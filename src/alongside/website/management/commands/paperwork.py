from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.people.models import Area
from alongside.website.areas import open_here
from alongside.website.paperwork.papers import write


class Command(BaseCommand):
    help = "Drafts the papers on privacy that the law asks for, from what the machine really keeps."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where to")
        parser.add_argument("--area", default="", help="the area, as it stands in its address")

    def handle(self, *args: Any, **options: Any) -> None:
        area = self._area(options["area"])
        for file in write(options["folder"], area, timezone.localdate()):
            self.stdout.write(str(file))
        self.stdout.write(
            "These are drafts. Fill in what stands in [brackets], and have somebody check them."
        )

    def _area(self, slug: str) -> Area:
        areas = {area.slug: area for area in open_here(timezone.localdate())}
        if slug in areas:
            return areas[slug]
        if len(areas) == 1 and not slug:
            return next(iter(areas.values()))
        there = ", ".join(areas) or "none yet: begin with alongside start"
        raise CommandError(f"Say which area with --area. There is: {there}.")
