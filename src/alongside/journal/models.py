"""What happened: append-only, one digest chain per area, personal detail that can be shredded.

Rows carry ids and labels, never foreign keys: the journal outlives what it tells of. The chain covers a
*seal* of the detail (a salted digest), so shredding the detail leaves the chain whole.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar, Protocol

from django.db import connection, models

GENESIS = "0" * 64


class Named(Protocol):
    """Anything that can be told of: it has an id and says what it is called."""

    pk: Any
    _meta: ClassVar[Any]


class Chain(models.Model):
    """The head of one area's chain: the row that writers queue for."""

    area_id = models.UUIDField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"chain of {self.area_id} at {self.number}"


class Event(models.Model):
    """One thing that happened. Never changed, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=60)
    about = models.CharField(max_length=60)
    about_id = models.UUIDField(db_index=True)
    seal = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["area_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["area_id", "number"], name="one_event_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.what}"

    def reckon(self) -> str:
        """The digest this row ought to carry, from its own fields."""
        parts = [
            self.area_id,
            self.number,
            self.at.astimezone(UTC).isoformat(),
            self.what,
            self.about,
            self.about_id,
        ]
        line = "\n".join([*map(str, parts), self.seal, self.previous])
        return hashlib.sha256(line.encode()).hexdigest()


class Detail(models.Model):
    """The part of an event that may be about a person. Shredding deletes the row; the seal stays."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="detail")
    salt = models.CharField(max_length=32)
    by_id = models.UUIDField(null=True, db_index=True)
    by = models.CharField(max_length=200, blank=True)
    body = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"detail of {self.event_id}"

    def reckon(self) -> str:
        """The seal that the event ought to carry for this detail."""
        line = json.dumps(
            [self.salt, str(self.by_id), self.by, self.body], sort_keys=True, ensure_ascii=False
        )
        return hashlib.sha256(line.encode()).hexdigest()


def record(
    what: str,
    *,
    area_id: uuid.UUID,
    about: Named,
    at: datetime,
    by: Named | None = None,
    **detail: Any,
) -> Event:
    """Write down that something happened, in the same transaction as the change itself.

    ``what`` is ``noun.verb`` ("decision.taken"); ``detail`` holds strings, numbers, lists and dicts only.
    Call it after the change and after the locks that the change needs, so that everybody queues in one order.

    Raises ``RuntimeError`` outside a transaction: history that may be lost is not history. Raises
    ``ValueError`` for a moment without a time zone: it would not be the same moment everywhere.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"record({what!r}) must be inside the transaction of the change")
    if at.tzinfo is None:
        raise ValueError(f"record({what!r}) needs a moment with a time zone")
    kept = Detail(
        salt=secrets.token_hex(16), by_id=by.pk if by else None, by=str(by or ""), body=plain(detail)
    )
    event = Event(
        area_id=area_id,
        at=at,
        what=what,
        about=about._meta.label_lower,
        about_id=about.pk,
        seal=kept.reckon(),
    )
    _append(event)
    kept.event = event
    kept.save(force_insert=True)
    return event


def _append(event: Event) -> None:
    """Put the event at the end of its area's chain. Whoever comes at the same moment waits here."""
    Chain.objects.get_or_create(area_id=event.area_id)
    chain = Chain.objects.select_for_update().get(area_id=event.area_id)
    event.number, event.previous = chain.number + 1, chain.head
    event.digest = event.reckon()
    event.save(force_insert=True)
    chain.number, chain.head = event.number, event.digest
    chain.save(update_fields=["number", "head"])


def plain(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The detail as it will come back from any database: ids and dates as text, and fractions too.

    PostgreSQL keeps 1e20 as 100000000000000000000: the same number, but another seal.
    """
    line = json.dumps(dict(detail), default=str)
    told: dict[str, Any] = json.loads(line, parse_float=str, parse_constant=str)
    return told


def shred(*, about_id: uuid.UUID | None = None, by_id: uuid.UUID | None = None) -> int:
    """Forget the personal detail of events about a thing, or done by a person. The chain stays whole."""
    kept = Detail.objects.all()
    if about_id is not None:
        kept = kept.filter(event__about_id=about_id)
    if by_id is not None:
        kept = kept.filter(by_id=by_id)
    if about_id is None and by_id is None:
        raise ValueError("say whose detail, or about what")
    return kept.delete()[0]
