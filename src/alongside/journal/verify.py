"""Read a chain again from its first event and say where it is broken."""

from __future__ import annotations

from collections.abc import Iterator

from .models import GENESIS, Chain, Detail, Event


def faults() -> Iterator[str]:
    """A sentence for every event, detail or head that does not fit its chain. None when all is whole.

    A shredded detail is no fault: it was meant to go. Somebody who can write to the database and knows this
    code can reckon a whole new chain; whoever must rule that out keeps the heads elsewhere and compares.
    """
    for chain in Chain.objects.order_by("area_id"):
        yield from _faults_in(chain)
    strangers = Event.objects.exclude(area_id__in=Chain.objects.values("area_id"))
    for event in strangers:
        yield f"event {event.number} of area {event.area_id} belongs to no chain"


def _faults_in(chain: Chain) -> Iterator[str]:
    number, previous = 0, GENESIS
    events = Event.objects.filter(area_id=chain.area_id).select_related("detail").order_by("number")
    for event in events.iterator():
        number += 1
        where = f"area {chain.area_id}, event {event.number}"
        if event.number != number:
            yield f"{where}: event {number} is missing"
            number = event.number
        if event.previous != previous:
            yield f"{where}: does not follow from the event before it"
        if event.digest != event.reckon():
            yield f"{where}: was changed after it was written"
        detail: Detail | None = getattr(event, "detail", None)
        if detail and detail.reckon() != event.seal:
            yield f"{where}: its detail was changed after it was written"
        previous = event.digest
    if (chain.number, chain.head) != (number, previous):
        yield f"area {chain.area_id}: the chain should end at event {chain.number}"
