from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from alongside.website.grants import grants


class Command(BaseCommand):
    help = (
        "Prints what PostgreSQL must let the role do that Alongside runs as: write everywhere, but only add "
        "to the journal. The owner of the tables runs it with psql, after each migration."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="the role in DATABASE_URL of the server and the worker")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("\n".join(grants(options["role"])))
