from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.website.endings import forget


class Command(BaseCommand):
    help = "Lets go of everything that has been kept long enough. The worker does the same every night."

    def handle(self, *args: Any, **options: Any) -> None:
        for rule, number in forget(timezone.now()):
            self.stdout.write(f"{number:>6}  {rule.sentence}")
