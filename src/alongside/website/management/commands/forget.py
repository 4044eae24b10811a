from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.website.endings import rules


class Command(BaseCommand):
    help = "Lets go of everything that has been kept long enough. The worker does the same every night."

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        for rule in rules():
            self.stdout.write(f"{rule.run(at):>6}  {rule.sentence}")
