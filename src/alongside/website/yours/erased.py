"""Who was erased, as ids alone, in the database and beside it: so that an old backup brings nobody back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from alongside.messages.models import WayBack
from alongside.people.models import Person

from .holders import Holder


class Erased(models.Model):
    """One person, or one way back without an account. Nothing but its id, and the day."""

    class Kind(models.TextChoices):
        PERSON = "person", "A person"
        WAY_BACK = "way-back", "A way back"

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, erased {self.on}"

    @classmethod
    def note(cls, holder: Holder, on: date) -> None:
        """Write it down here now, and beside the database once this is sure."""
        kind = cls.Kind.PERSON if holder.person else cls.Kind.WAY_BACK
        cls.objects.get_or_create(pk=holder.pk, defaults={"kind": kind, "on": on})
        transaction.on_commit(write_list)


def list_file() -> Path:
    """The list outside the database: one line for each. It is what a restored database is held against."""
    file: Path = settings.VAR / "erased.jsonl"
    return file


def write_list() -> None:
    """Put into the list whatever only the database knows, and the other way round nothing is lost."""
    file, lines = list_file(), sorted(known(), key=lambda one: (one.on, one.pk))
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    half.touch(mode=0o600)
    half.write_text(
        "".join(
            json.dumps({"id": str(one.pk), "kind": one.kind, "on": one.on.isoformat()}) + "\n"
            for one in lines
        )
    )
    half.replace(file)


def read_list(file: Path) -> list[Erased]:
    """Those in such a list, not saved. A list that is not there is empty; a damaged one raises ValueError."""
    if not file.exists():
        return []
    told = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    try:
        return [Erased(UUID(one["id"]), one["kind"], date.fromisoformat(one["on"])) for one in told]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{file} is not a list of who was erased") from error


def known(file: Path | None = None) -> list[Erased]:
    """Everyone erased that this place knows of: by its own database, its list, and another list."""
    here: list[Erased] = []
    # A database may have no such table yet: then the lists are all there is.
    with suppress(DatabaseError), transaction.atomic():
        here = list(Erased.objects.all())
    others = [*read_list(list_file()), *(read_list(file) if file else [])]
    return list({one.pk: one for one in [*here, *others]}.values())


def remember(all_known: list[Erased]) -> None:
    """Write these into the database, which may be older than they are."""
    Erased.objects.bulk_create(all_known, ignore_conflicts=True)


def back_again() -> Iterator[Holder]:
    """Those of the list who are here all the same: an old backup has brought them back."""
    ids = list(Erased.objects.values_list("pk", flat=True))
    for person in Person.objects.filter(pk__in=ids, blanked_at=None).select_related("area"):
        yield Holder(person)
    for way_back in WayBack.objects.filter(pk__in=ids, closed_at=None).select_related("area"):
        yield Holder(way_back=way_back)


def erase_again(at: datetime | None = None) -> int:
    """Erase everyone who came back. Returns how many."""
    from .erasing import erase

    found = list(back_again())
    for holder in found:
        erase(holder, at or timezone.now())
    return len(found)
