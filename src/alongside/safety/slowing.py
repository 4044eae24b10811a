"""Whoever opens the details of many people in a short time is slowed down, and the lead hears of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from alongside.journal.models import record
from alongside.look.errors import error_page
from alongside.messages.say import say, unsaid
from alongside.people.errors import TooManyLooks
from alongside.people.looks import MOST, WHILE
from alongside.people.models import Area, Person, Role

LONG = int(WHILE.total_seconds())
MINUTES = LONG // 60
HEARS = (Role.Name.LEAD, Role.Name.DEPUTY, Role.Name.COORDINATOR)


class SlowDown:
    """Middleware: ``TooManyLooks`` is a page that says to wait, and a message to the lead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django asks this of whatever a view raises."""
        if not isinstance(exception, TooManyLooks):
            return None
        told = tell_lead(exception.by, Area.objects.get(pk=exception.area_id), timezone.now())
        page = error_page(
            request,
            429,
            "Please wait a little",
            f"You have opened the details of more than {MOST} people in {MINUTES} minutes. "
            "We slow that down for everybody, so that nobody can copy all of it in one go.",
            f"Wait {MINUTES} minutes and go on." + (f" We have told {told[0]} about it." if told else ""),
        )
        page.headers["Retry-After"] = str(LONG)
        return page


def tell_lead(by: Person, area: Area, at: datetime) -> list[Person]:
    """Tell whoever leads here, once an hour; where nobody else does, the co-ordinators. Returns who was told.

    Never the very person.
    """
    held = [Role.objects.holders(name, area=area).exclude(person=by).order_by("since") for name in HEARS]
    others = next((there for roles in held if (there := [role.person for role in roles])), [])
    keys = {f"many-looks:{by.pk}:{person.pk}:{at:%Y-%m-%dT%H}": person for person in others}
    with transaction.atomic():
        new = unsaid(keys)
        for key in new:
            say(
                key=key,
                kind="many-looks",
                subject="Somebody opened the details of many people",
                body=f"{by.screen_name} opened the details of more than {MOST} people in {MINUTES} minutes. "
                "We have slowed it down. Please ask why.",
                at=at,
                area=area,
                person=keys[key],
            )
        if new or not others:
            record("looks.slowed", area_id=area.pk, about=by, at=at, by=by)
    return others
