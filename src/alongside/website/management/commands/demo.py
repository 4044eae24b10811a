from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from alongside.people.demo import CAST
from alongside.website import demo

NOT_OURS = (
    "There are people here whom the demo did not make. It leaves them in peace, and nothing was changed. "
    "Run it with a new folder: ALONGSIDE_VAR=/tmp/netherby alongside demo"
)


class Command(BaseCommand):
    help = "Makes Netherby, an invented place to look around in. Where there are real people it does nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if demo.is_there():
            self.stdout.write("Netherby is here already; nothing was changed.")
        elif demo.strangers():
            raise CommandError(NOT_OURS)
        else:
            town = demo.two_years(timezone.now())
            self.stdout.write(f"Netherby is here, with {len(town.stories)} stories and two years behind it.")
            page = reverse("website:way_back", args=[town.own_page])
            self.stdout.write(f"A teller’s own page:   {settings.PUBLIC_ADDRESS}{page}")
        self._how_to_look_around()

    def _how_to_look_around(self) -> None:
        address = settings.PUBLIC_ADDRESS
        self.stdout.write(f"The first page:        {address}/netherby/")
        if settings.DEMO:
            self.stdout.write(f"As one of the cast:    {address}/cast/  (one press)")
        folder = settings.VAR / "outbox"
        self.stdout.write(f"Or sign in with one of these; the code is in the newest file of {folder}:")
        for name, does in CAST.items():
            place = "overfell" if name == "Dev" else "netherby"
            self.stdout.write(f"  {f'{name.lower()}@{place}.example':26}{name} {does}")
