"""What the worker does each night for the history itself: read it again, and send its heads out of the house.

Whoever can write to the database could reckon a whole new history. They cannot change a digest that somebody
else got by mail yesterday: ``alongside verify --head`` compares.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from alongside.journal.models import Chain
from alongside.look.dates import day as long_day
from alongside.messages.models import Channel, WayBack, clean
from alongside.messages.say import say
from alongside.people.models import Area, Role

from .whole import faults

log = logging.getLogger("alongside.history")

HINT = "the heads of the journal"


def check_history(at: datetime) -> int:
    """Read everything that happened again; tell every co-ordinator if it does not fit. Returns the faults."""
    found = list(faults())
    for fault in found:
        log.error("what happened does not fit: %s", fault)
    if found:
        _tell_the_coordinators(len(found), at)
    return len(found)


def _tell_the_coordinators(number: int, at: datetime) -> None:
    things = "One thing does" if number == 1 else f"{number} things do"
    body = (
        f"Each night Alongside reads again what happened, and whether decisions and promises follow from it. "
        f"Last night it did not fit: {things} not. Please ring whoever looks after the computer. "
        f"They type: alongside verify. Until they know why, please change nothing by hand."
    )
    for role in Role.objects.holders(Role.Name.COORDINATOR).select_related("person", "area"):
        if role.area is not None:
            key = f"history:{timezone.localdate(at)}:{role.person_id}:{role.area_id}"
            subject = "What happened does not fit"
            say(
                key=key, kind="history", subject=subject, body=body, at=at, area=role.area, person=role.person
            )


def mail_heads(at: datetime) -> int:
    """Send the last digest of each area's journal to those named in the settings. Returns how many mails."""
    sent = 0
    chains = {chain.area_id: chain for chain in Chain.objects.all()}
    for area in Area.objects.filter(pk__in=chains):
        for address in settings.HEADS_TO:
            _mail(area, chains[area.pk], address, at)
            sent += 1
    return sent


def _mail(area: Area, chain: Chain, address: str, at: datetime) -> None:
    day = long_day(timezone.localdate(at))
    body = (
        f"{area}, {day}: event {chain.number} is the last one, and its digest is\n\n{chain.head}\n\n"
        f"Please keep this mail. As long as the history is whole, this finds the event, in any year:\n\n"
        f"alongside verify --head {chain.head}"
    )
    with transaction.atomic():
        say(
            key=f"head:{area.pk}:{timezone.localdate(at)}:{address}"[:200],
            kind="head",
            subject=f"The journal of {area}, {day}",
            body=body,
            at=at,
            area=area,
            way_back=_way_to(address, area),
        )


def _way_to(address: str, area: Area) -> WayBack:
    kept = clean(Channel.EMAIL, address)
    there = WayBack.objects.filter(
        area=area, channel=Channel.EMAIL, address=kept, hint=HINT, closed_at=None
    ).first()
    return there or WayBack.open_new(area=area, channel=Channel.EMAIL, address=kept, hint=HINT)[0]


NIGHTS: list[Callable[[datetime], int]] = [check_history, mail_heads]
