"""Reading everything of one holder along the graph: one query for each step, however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q

from alongside.documents.models import File
from alongside.groups.models import Decision, Group, Partner
from alongside.journal.models import Event
from alongside.journal.privacy import Level
from alongside.messages.models import WayBack
from alongside.people.days import day_of
from alongside.people.models import Area, Organisation, Person
from alongside.promises.models import Promise

from ..happened import in_words
from ..rooms import modules
from . import graph
from .holders import Holder

Row = models.Model
NAMED = (Area, Organisation, Group, Partner, Decision, Promise)
"""What may be named in a copy although it is nobody’s own: places, groups, what was decided and promised."""


@dataclass
class Part:
    """All rows of one table, as words: each a dict of field → value."""

    title: str
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def readable(self) -> list[list[tuple[str, Any]]]:
        """The same for a page: without what is empty, and without ids, which say nothing to people."""
        return [[(label, _plain(value)) for label, value in row.items() if _says(value)] for row in self.rows]


def _says(value: Any) -> bool:
    return value is not None and value not in ("", [], {}) and not isinstance(value, UUID)


def _plain(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


@dataclass
class Everything:
    """What we hold of one holder, table by table, and what a person has to look through first."""

    parts: list[Part]
    to_look_through: dict[str, int]
    files: list[File] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(len(part.rows) for part in self.parts)


def model_and_field(name: str) -> tuple[type[Row], Any]:
    """``voice.Story.good`` → the model and its field."""
    room, model_name, field_name = name.split(".")
    model = apps.get_model(room, model_name)
    return model, model._meta.get_field(field_name)


def reached() -> list[type[Row]]:
    """Every model whose rows are in a copy whole, in the order of the steps."""
    found: dict[type[Row], None] = {WayBack: None, Person: None}
    for name in graph.BACK:
        found[model_and_field(name)[0]] = None
    for name in graph.ON:
        found[model_and_field(name)[1].related_model] = None
    return list(found)


def everything_of(holder: Holder) -> Everything:
    """Everything, and what has to be looked through."""
    found = _rows_of(holder)
    own = {*found[Person], *found[WayBack]}
    shown = [_part(model, rows.values(), holder, own) for model, rows in found.items() if rows]
    did = [*_deeds(found), *_happened(holder)]
    files = [row for row in found[File].values() if isinstance(row, File)]
    return Everything([part for part in [*shown, *did] if part.rows], _by_others(found), files)


Found = dict[type[Row], dict[Any, Row]]


def _rows_of(holder: Holder) -> Found:
    found: Found = defaultdict(dict)
    for row in (holder.row, *holder.ways()):
        found[row._meta.model][row.pk] = row
    _follow(found, graph.BACK)
    for name in graph.ON:
        model, column = model_and_field(name)
        ids = {getattr(row, column.attname) for row in found[model].values()} - {None}
        _add(found, column.related_model, Q(pk__in=ids), bool(ids))
        if name == "voice.Teller.story":
            _follow(found, [step for step in graph.BACK if step.startswith("voice.")])
    _follow(found, ["documents.Version.text", "safety.Dropped.reading"])
    return found


def _follow(found: Found, steps: Iterable[str]) -> None:
    """One query for each table: all relations by which its rows are theirs, at once."""
    by_model: dict[type[Row], Q] = {}
    for name in steps:
        model, column = model_and_field(name)
        ids = list(found.get(column.related_model, ()))
        if ids:
            by_model[model] = by_model.get(model, Q()) | Q(**{f"{column.name}__in": ids})
            _add(found, model, by_model[model], True)


def _add(found: Found, model: type[Row], which: Q, some: bool) -> None:
    if some:
        named = [
            one.name for one in model._meta.concrete_fields
            if isinstance(one, models.ForeignKey) and one.related_model in NAMED
        ]  # fmt: skip
        rows = model._base_manager.filter(which)
        # select_related() without a name would join every table there is
        for row in rows.select_related(*named) if named else rows:
            found[model][row.pk] = row


def _part(model: type[Row], rows: Iterable[Row], holder: Holder, own: set[Any]) -> Part:
    columns = list(shown_columns(model, by_link=holder.person is None))
    title = str(model._meta.verbose_name).capitalize()
    return Part(title, [{_label(one): _value(row, one, own) for one in columns} for row in rows])


def shown_columns(model: type[Row], *, by_link: bool) -> Iterator[Any]:
    """The columns of a table that are in a copy. A secret never is; a row’s own id leads to nothing."""
    levels = {name: one.level for room in modules("privacy") for name, one in room.FIELDS.items()}
    for column in model._meta.concrete_fields:
        name = f"{model._meta.app_label}.{model._meta.object_name}.{column.name}"
        left_out = name in graph.LEFT_OUT or (by_link and name in graph.BY_LINK)
        if not left_out and levels.get(name) != Level.SECRET:
            yield column


def _label(column: Any) -> str:
    return str(column.verbose_name)


def _value(row: Row, column: Any, own: set[Any]) -> Any:
    """A value as words. Whoever else has to do with it is nobody by name, and by no id either."""
    if isinstance(column, models.ForeignKey) and column.related_model in NAMED:
        named = getattr(row, column.name)
        return None if named is None else str(named)
    if getattr(row, "secret", False) and column.name == "body":
        return ""  # what holds a code or a link is a key
    value = getattr(row, column.attname)
    if column.related_model in (Person, WayBack) and value is not None and value not in own:
        return "somebody else"
    return dict(column.flatchoices).get(value, value) if isinstance(value, str) else value


def _deeds(found: Found) -> Iterator[Part]:
    """What they did in a task: when, and nothing of what it was about."""
    for name in graph.DEEDS:
        model, column = model_and_field(name)
        ids = list(found.get(column.related_model, ()))
        rows = model._base_manager.filter(**{f"{column.name}__in": ids}) if ids else []
        days = [one for one in model._meta.concrete_fields if isinstance(one, models.DateField)]
        title = f"Something you did: {model._meta.verbose_name}"
        yield Part(title, [{_label(one): getattr(row, one.attname) for one in days} for row in rows])


def _happened(holder: Holder) -> Iterator[Part]:
    """Our record of what happened: what they did, and what was about them. By day."""
    events = Event.objects.filter(Q(detail__by_id=holder.pk) | Q(about_id=holder.pk)).order_by("number")
    rows = [{"day": day_of(event.at), "what": in_words(event.what)} for event in events]
    yield Part("What happened, by our record", rows)


def _by_others(found: Found) -> dict[str, int]:
    """How much others wrote that a person has to look through before it is handed out."""
    counts: dict[str, int] = defaultdict(int)
    for name, what in graph.A_PERSON_LOOKS.items():
        model, column = model_and_field(name)
        ids = list(found.get(column.related_model, ()))
        if ids:
            counts[what] += model._base_manager.filter(**{f"{column.name}__in": ids}).count()
    return {what: count for what, count in counts.items() if count}
