from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.place.errors import CannotStart
from alongside.place.key import key, may_begin
from alongside.place.starting import Beginning, begin

ASKED = {
    "area": "What is your area called? (for example: Netherby)",
    "forum": "What is the forum called? (for example: Netherby Parent Carer Forum)",
    "name": "What is its co-ordinator called on this site?",
    "email": "And the co-ordinator’s e-mail address, to sign in with?",
}
LATER = {
    "phone": "the number on every page, for those who would ring",
    "hours": "when somebody answers it, for example “Tuesday to Friday, 9.30 to 2.30”",
    "lead-name": "the safeguarding lead’s name",
    "lead-email": "and their e-mail address; without it, whoever is worried gets signposts only",
    "privacy-contact": "whom to ask about what is kept about people (the co-ordinator)",
    "languages": "languages of the area, with commas between them",
}


class Command(BaseCommand):
    help = "Makes your area, its forum and its first co-ordinator. Asks for what the options leave out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, question in ASKED.items():
            parser.add_argument(f"--{name}", default="", help=question)
        for name, says in LATER.items():
            parser.add_argument(f"--{name}", default="", help=says)
        parser.add_argument("--key", action="store_true", help="say the key with which to begin in a browser")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["key"]:
            return self._say_key()
        said = {name: options[name].strip() or self._ask(name) for name in ASKED}
        later = {name.replace("-", "_"): options[name.replace("-", "_")].strip() for name in LATER}
        languages = tuple(one.strip() for one in later.pop("languages").split(",") if one.strip())
        try:
            person = begin(Beginning(**said, **later, languages=languages), timezone.now())
        except CannotStart as no:
            raise CommandError(str(no)) from no
        self.stdout.write(f"{person.area} is open: {settings.PUBLIC_ADDRESS}/{person.area.slug}/")
        self.stdout.write(f"{person} signs in with {person.email}: {settings.PUBLIC_ADDRESS}/sign-in/")
        return None

    def _say_key(self) -> None:
        if not may_begin():
            raise CommandError("An area is here already. For another one leave --key out.")
        self.stdout.write(f"Begin here: {settings.PUBLIC_ADDRESS}/start/   The key is {key()}")

    def _ask(self, name: str) -> str:
        if not sys.stdin.isatty():
            raise CommandError(f"Say it with --{name}. {ASKED[name]}")
        answer = ""
        while not answer:
            answer = input(f"{ASKED[name]}\n> ").strip()
        return answer
