from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.people.models import Person
from alongside.welcome.sessions import end_all_sessions, end_sessions


class Command(BaseCommand):
    help = "Signs one person out everywhere, or everybody: for a lost phone, or a key that others may have."

    def add_arguments(self, parser: CommandParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("address", nargs="?", help="the e-mail address or mobile number of one person")
        who.add_argument("--everybody", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        ended = end_all_sessions() if options["everybody"] else _of_one(options["address"])
        self.stdout.write(f"Signed out in {ended} {'browser' if ended == 1 else 'browsers'}.")


def _of_one(address: str) -> int:
    person = Person.objects.at_address(address)
    if person is None:
        raise CommandError("Nobody here has this address. Write it as they type it when they sign in.")
    return end_sessions(person)
