from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.website.starting import Beginning, CannotStart, begin

ASKED = {
    "area": "What is your area called? (for example: Netherby)",
    "forum": "What is the forum called? (for example: Netherby Parent Carer Forum)",
    "name": "What is its co-ordinator called on this site?",
    "email": "And the co-ordinator’s e-mail address, to sign in with?",
}


class Command(BaseCommand):
    help = "Makes your area, its forum and its first co-ordinator. Asks for what the options leave out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, question in ASKED.items():
            parser.add_argument(f"--{name}", default="", help=question)
        parser.add_argument("--phone", default="", help="the number on every page, for those who would ring")

    def handle(self, *args: Any, **options: Any) -> None:
        said = {name: options[name].strip() or self._ask(name) for name in ASKED}
        try:
            person = begin(Beginning(**said, phone=options["phone"].strip()), timezone.now())
        except CannotStart as no:
            raise CommandError(str(no)) from no
        self.stdout.write(f"{person.area} is open: {settings.PUBLIC_ADDRESS}/{person.area.slug}/")
        self.stdout.write(f"{person} signs in with {person.email}: {settings.PUBLIC_ADDRESS}/sign-in/")

    def _ask(self, name: str) -> str:
        if not sys.stdin.isatty():
            raise CommandError(f"Say it with --{name}. {ASKED[name]}")
        answer = ""
        while not answer:
            answer = input(f"{ASKED[name]}\n> ").strip()
        return answer
