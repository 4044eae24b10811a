"""Which row a database does not take, and why, without a word of what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.db.models import Model

from ..engines import CannotCopy

NO = (DatabaseError, ValueError, OverflowError)
SHOWN = 10


class Refused(NamedTuple):
    """One row that cannot be kept here."""

    row: Model
    why: str

    def __str__(self) -> str:
        return f"{self.row._meta.label} {self.row.pk}: {self.why}"


def keep(rows: list[Model]) -> list[Refused]:
    """Save these rows as they are. Should some of them not fit, say which; then none of this counts."""
    if not rows:
        return []
    try:
        with transaction.atomic():
            type(rows[0])._base_manager.bulk_create(rows)
    except NO:
        return list(_those(rows)) or [Refused(rows[0], "these rows do not go together")]
    return []


def _those(rows: Iterable[Model]) -> Iterator[Refused]:
    for row in rows:
        try:
            with transaction.atomic():
                type(row)._base_manager.bulk_create([row])
        except NO as error:
            yield Refused(row, _why(row, error))


def _why(row: Model, error: Exception) -> str:
    empty = [field.name for field in row._meta.concrete_fields if _has_nul(getattr(row, field.attname))]
    if empty and connection.features.prohibits_null_characters_in_text_exception:
        return f"the character NUL stands in {' and '.join(empty)}, and this database keeps none"
    return first_line(error) if isinstance(error, DatabaseError) else type(error).__name__


def _has_nul(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_nul(one) for pair in value.items() for one in pair)
    if isinstance(value, list | tuple):
        return any(map(_has_nul, value))
    return isinstance(value, str) and "\0" in value


def must_be_none(refused: list[Refused]) -> None:
    """Raises CannotCopy with the first of them."""
    if not refused:
        return
    told = "\n".join(f"  {one}" for one in refused[:SHOWN])
    more = f"\n  and {len(refused) - SHOWN} more" if len(refused) > SHOWN else ""
    number = "one row" if len(refused) == 1 else f"{len(refused)} rows"
    raise CannotCopy(
        f"this database does not take {number} of the old house, so nothing was kept:\n{told}{more}\n"
        "Put them right in the old house and let it leave again; docs/hosting/moving.md says how"
    )


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """What a disk or a database may say to whoever moves, as a CannotCopy."""
    try:
        yield
    except OSError as error:
        raise CannotCopy(f"{error.filename or 'the disk'}: {error.strerror or error}") from error
    except DatabaseError as error:
        owner = ". On PostgreSQL, the owner of the tables moves house"
        raise CannotCopy(first_line(error) + owner * isinstance(error, ProgrammingError)) from error


def first_line(error: Exception) -> str:
    """PostgreSQL tells whole rows after the first line of what it says; they are nobody's business here."""
    return f"the database said: {str(error).partition(chr(10))[0]}"
