"""Read a chain again from its first event and say where it is broken."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from .models import GENESIS, Chain, Detail, Event


def faults() -> Iterator[str]:
    """A sentence for every event, detail or head that does not fit its chain. None when all is whole."""
    for chain in Chain.objects.order_by("area_id"):
        yield from _faults_in(chain)
    strangers = Event.objects.exclude(area_id__in=Chain.objects.values("area_id"))
    for event in strangers:
        yield f"event {event.number} of area {event.area_id} belongs to no chain"


def _faults_in(chain: Chain) -> Iterator[str]:
    details: dict[UUID, Detail] = {
        detail.event_id: detail for detail in Detail.objects.filter(event__area_id=chain.area_id)
    }
    number, previous = 0, GENESIS
    for event in Event.objects.filter(area_id=chain.area_id).order_by("number").iterator():
        number += 1
        where = f"area {chain.area_id}, event {event.number}"
        if event.number != number:
            yield f"{where}: event {number} is missing"
            number = event.number
        if event.previous != previous:
            yield f"{where}: does not follow from the event before it"
        if event.digest != event.reckon():
            yield f"{where}: was changed after it was written"
        detail = details.get(event.pk)
        if detail and detail.reckon() != event.seal:
            yield f"{where}: its detail was changed after it was written"
        previous = event.digest
    if (chain.number, chain.head) != (number, previous):
        yield f"area {chain.area_id}: the chain should end at event {chain.number}"
