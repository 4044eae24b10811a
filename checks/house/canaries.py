"""A marker in every field that holds somebody’s words or address, so that a stranger’s is known anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from alongside.journal.privacy import Field, Level
from alongside.people.models import Area
from checks.rooms import ROOMS
from checks.test_privacy import classed_fields

MARKER = re.compile(r"zq[0-9a-z]{6}zq")
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
AN_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")

MEANS_SOMETHING = {
    "people.Area.slug", "people.Organisation.kind", "documents.Text.language", "messages.Message.key",
    "messages.Message.kind", "voice.Touches.cornerstone", "groups.Decision.cornerstone",
    "groups.Decision.reference", "promises.Promise.cornerstone", "promises.Promise.reference",
    "people.Look.what", "welcome.Try.purpose", "people.Counter.letter", "journal.Event.what",
    "journal.Event.about", "people.Person.password", "people.ContactProfile.channels",
    "people.ContactProfile.formats", "people.ContactProfile.languages", "people.Area.languages",
    "welcome.Session.session_key", "welcome.Session.session_data", "charter.Edition.source",
    "charter.Comment.section", "charter.Comment.question", "charter.Answer.statement", "charter.Answer.level",
    "charter.Finding.said", "charter.Evidence.framework", "charter.Evidence.statement",
    "charter.Note.framework", "charter.Note.statement", "charter.Edition.slug", "charter.Review.slug",
    "charter.PlanItem.statement",
}  # fmt: skip
"""Fields whose value makes the code do something: a marker there would change what is tested."""


@dataclass(frozen=True)
class Canary:
    """Where a marker sits: which field, of which row, in which area (if it has one)."""

    field: str
    row: models.Model
    area: UUID | None


def plant() -> dict[str, Canary]:
    """Mark every row there is; give back marker → where it sits. Digests are their own markers."""
    planted: dict[str, Canary] = {}
    classed = classed_fields()
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for column in model._meta.concrete_fields:
                name = f"{room}.{model._meta.object_name}.{column.name}"
                if name not in MEANS_SOMETHING:
                    planted.update(_mark(model, column, name, classed[name]))
    return planted


def _mark(
    model: type[models.Model], column: models.Field[Any, Any], name: str, classed: Field
) -> Iterator[tuple[str, Canary]]:
    for row in model._default_manager.all():
        value = getattr(row, column.attname)
        if classed.level == Level.SECRET and isinstance(value, str) and DIGEST.fullmatch(value):
            yield value, Canary(name, row, area_of(row))
        elif holds_words(column):
            marker = f"zq{_serial():06x}zq"
            written = _with_marker(column, value, marker)
            if written is not None:
                model._default_manager.filter(pk=row.pk).update(**{column.name: written})
                yield marker, Canary(name, row, area_of(row))


def holds_words(column: models.Field[Any, Any]) -> bool:
    words = isinstance(column, models.CharField | models.TextField | models.JSONField)
    return words and not column.choices


_count = iter(range(1, 10**7))


def _serial() -> int:
    return next(_count)


def _with_marker(column: models.Field[Any, Any], value: Any, marker: str) -> Any:
    """The value with the marker in it; nothing where there is no room or no value to mark."""
    if value in (None, ""):
        return None
    if isinstance(value, str) and AN_EMAIL.fullmatch(value):
        return f"{marker}@canary.example"
    if isinstance(column, models.JSONField):
        return _in_each(value, marker) if isinstance(value, dict) else None
    if column.max_length and len(value) + len(marker) + 1 > column.max_length:
        return marker if len(marker) <= column.max_length else None
    return f"{value} {marker}"


def _in_each(value: dict[str, Any], marker: str) -> dict[str, Any]:
    """The same keys, and the marker in each of their values, however deep."""
    return {
        key: _in_each(held, marker) if isinstance(held, dict) else f"{marker} {held}"
        for key, held in value.items()
    }


def area_of(row: models.Model, depth: int = 4) -> UUID | None:
    """The area a row belongs to: its own, or that of what it points at."""
    if isinstance(row, Area):
        return UUID(str(row.pk))
    own = getattr(row, "area_id", None)
    if own is not None or depth == 0:
        return own
    for column in row._meta.concrete_fields:
        if isinstance(column, models.ForeignKey) and getattr(row, column.attname):
            found = area_of(getattr(row, column.name), depth - 1)
            if found:
                return found
    return None
