"""Rows as lines of text that belong to no database, and back; and what a whole table weighs."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import JSONField, Model, Value

from ..engines import MADE_BY_DJANGO, CannotCopy

AT_ONCE = 500
"""So many rows are held in memory."""
WRAP = 1 << 256


class Weight(NamedTuple):
    """How many rows a table has, and the sum of their digests: the same for the same rows in any order."""

    rows: int
    sum: str


def carried() -> list[type[Model]]:
    """The models whose rows go along, from the ground up. Django makes the rest anew by itself."""
    models = apps.get_models(include_auto_created=True)
    ours = [one for one in models if one._meta.managed and one._meta.app_config.name.startswith("alongside.")]
    return [one for one in ours if one._meta.db_table not in MADE_BY_DJANGO]


def columns(model: type[Model]) -> list[str]:
    """What a line holds, in order."""
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: type[Model]) -> Iterator[str]:
    """Each row as a line of JSON, read piece by piece."""
    rows = model._base_manager.order_by("pk").values_list(*columns(model))
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield json.dumps(row, default=plain)


def write(model: type[Model], file: Path) -> Weight:
    """All rows of a table; the first line names its columns. Returns what they weigh."""
    weighing = _Scales()
    with file.open("w", encoding="ascii") as out:
        out.write(json.dumps(columns(model)) + "\n")
        for line in lines(model):
            out.write(line + "\n")
            weighing.add(line)
    return weighing.weight


def weigh(model: type[Model]) -> Weight:
    """What the rows weigh that are in the database now."""
    weighing = _Scales()
    for line in lines(model):
        weighing.add(line)
    return weighing.weight


def read(model: type[Model], file: Path) -> Iterator[list[Model]]:
    """The rows of such a file, a few hundred at a time, not saved. Raises CannotCopy for other columns."""
    with file.open(encoding="ascii") as told:
        if json.loads(told.readline() or "[]") != columns(model):
            raise CannotCopy(f"{model._meta.label} has other columns in the file than here")
        while some := list(islice(told, AT_ONCE)):
            try:
                yield [_row(model, json.loads(line)) for line in some]
            except (ValidationError, ValueError, TypeError) as error:
                raise CannotCopy(f"a row of {model._meta.label} in the file cannot be read") from error


def plain(value: object) -> str:
    """What JSON has no word for, as text that ``to_python`` of its field understands."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"nobody has said how {type(value).__name__} moves house")


def _row(model: type[Model], values: Iterable[Any]) -> Model:
    row = model()
    for field, value in zip(model._meta.concrete_fields, values, strict=True):
        if isinstance(field, JSONField):
            # JSON's own null is not the same as nothing.
            here = Value(None, JSONField()) if value is None and not field.null else value
        else:
            here = field.to_python(value)
        setattr(row, field.attname, here)
    return row


class _Scales:
    """Numbers are weighed as fractions and keys in order: each database has its own way with both in JSON."""

    def __init__(self) -> None:
        self.rows, self.sum = 0, 0

    def add(self, line: str) -> None:
        same = json.dumps(json.loads(line, parse_int=float), sort_keys=True)
        self.rows += 1
        self.sum = (self.sum + int.from_bytes(hashlib.sha256(same.encode()).digest(), "big")) % WRAP

    @property
    def weight(self) -> Weight:
        return Weight(self.rows, f"{self.sum:064x}")
