"""A spreadsheet on its way in: what was read of it, for a day, and never the file itself."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.crypto import salted_hmac

from alongside.journal.models import record
from alongside.people.models import Organisation, Person
from alongside.people.once import once
from alongside.people.viewer import Viewer

from ..sealed import seal, unseal
from .columns import guesses, plain, refused
from .errors import NotThatColumn, NotTheirs, Over, TwoColumns, WhoIsWho
from .forums import KEEPS, kept_by
from .tables import Row, Table

MAPPED_ONCE = "post"
"""The one thing that may stand in several columns: the lines of an address."""


class DraftDoor(models.QuerySet["BroughtIn"]):
    """Which spreadsheets a viewer may see."""

    def visible_to(self, viewer: Viewer) -> DraftDoor:
        """Those of the forums whose co-ordinator this is."""
        return self.filter(forum__area__in=viewer.areas_as(*KEEPS)).select_related("forum__area", "saved")

    def open(self) -> DraftDoor:
        """Those that are not saved."""
        return self.filter(saved=None)


class BroughtIn(models.Model):
    """One spreadsheet of members, from the moment it was sent.

    ``cells`` are sealed and go within a day, or as soon as all are saved: then only the rows that stayed out
    are left, to be mended. ``mapping`` says what each column is, ``left_out`` which rows stay out on purpose,
    ``same`` which rows are somebody whom a person knew again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    forum = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    cells = models.TextField(blank=True)
    mapping = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    same = models.JSONField(default=dict)

    objects = DraftDoor.as_manager()

    def __str__(self) -> str:
        return "a spreadsheet of members"

    @classmethod
    def begin(
        cls, forum: Organisation, table: Table, by: Person, at: datetime, key: uuid.UUID | None = None
    ) -> BroughtIn:
        """Keep what was read for a day. What looks like something about a child is not kept at all.

        Raises ``NotTheirs`` or ``PageUsed``.
        """
        _theirs(forum, by)
        with transaction.atomic():
            Organisation.objects.select_for_update(of=("self",)).get(pk=forum.pk)
            if there := once(cls.objects.filter(forum=forum, by=by), key):
                return there
            cls.objects.filter(forum=forum, by=by).open().delete()  # who sends another does not want this one
            draft = cls(pk=key or uuid.uuid4(), forum=forum, by=by, at=at)
            draft.mapping = Remembered.of(forum, table.head) or guesses(table.head)
            draft.keep(_without_children(table))
            draft.save(force_insert=True)
            record("members.read", area_id=forum.area_id, about=forum, at=at, by=by, rows=len(table.rows))
        return draft

    def keep(self, table: Table, whys: Mapping[int, str] | None = None) -> None:
        """Seal this table into the row, which is not saved with it."""
        rows = [[row.number, *row.cells] for row in table.rows]
        self.cells = seal(json.dumps({"head": table.head, "rows": rows, "whys": whys or {}}))

    def _kept(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(unseal(self.cells) or "{}") if self.cells else {}
        return said

    @property
    def table(self) -> Table | None:
        """What was read; none once it has gone."""
        said = self._kept()
        if not said:
            return None
        return Table(tuple(said["head"]), tuple(Row(row[0], tuple(row[1:])) for row in said["rows"]))

    @property
    def whys(self) -> dict[int, str]:
        """Of rows that stayed out: the number and the reason."""
        return {int(number): why for number, why in self._kept().get("whys", {}).items()}

    def map(self, mapping: Sequence[str], by: Person) -> None:
        """Say which column is what. It is remembered for the next file with these headings.

        Raises ``NotTheirs``, ``Over``, ``WhoIsWho``, ``TwoColumns`` or ``NotThatColumn``.
        """
        _theirs(self.forum, by)
        with transaction.atomic():
            draft = BroughtIn.locked(self.pk)
            table = draft.table
            if table is None or draft.is_saved:
                raise Over
            _must_fit(table, mapping)
            draft.mapping, draft.left_out, draft.same = list(mapping), [], {}
            draft.save(update_fields=["mapping", "left_out", "same"])
            Remembered.remember(draft.forum, table.head, mapping)

    def answer(self, number: int, is_the_same: bool, by: Person) -> None:
        """Somebody who knows them says whether this row is the member of the same name.

        Raises ``NotTheirs`` or ``Over``.
        """
        _theirs(self.forum, by)
        with transaction.atomic():
            draft = BroughtIn.locked(self.pk)
            if draft.is_saved:
                raise Over
            draft.same = {**draft.same, str(number): is_the_same}
            draft.save(update_fields=["same"])

    @property
    def is_saved(self) -> bool:
        """Whether its people are in."""
        return Saved.objects.filter(draft=self).exists()

    @classmethod
    def locked(cls, pk: uuid.UUID) -> BroughtIn:
        """This row, for us alone. Raises ``Over`` where somebody has sent another file meanwhile."""
        found = cls.objects.select_for_update(of=("self",)).select_related("forum__area").filter(pk=pk)
        draft = found.first()
        if draft is None:
            raise Over
        return draft


class Saved(models.Model):
    """The people of a spreadsheet are in: all of them, but for those who stayed out on purpose."""

    draft = models.OneToOneField(BroughtIn, models.CASCADE, primary_key=True, related_name="saved")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    stayed_out = models.PositiveIntegerField()

    def __str__(self) -> str:
        return "members brought in"


class Remembered(models.Model):
    """What each column is in files with these headings, as this forum said last. Headings are not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    forum = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    headings = models.CharField(max_length=64)
    mapping = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["forum", "headings"], name="headings_are_remembered_once"),
        ]

    def __str__(self) -> str:
        return "what the columns are"

    @classmethod
    def of(cls, forum: Organisation, head: Sequence[str]) -> list[str] | None:
        """What was said of these headings before, or nothing."""
        found = cls.objects.filter(forum=forum, headings=_known_by(head)).first()
        fits = found is not None and len(found.mapping) == len(head)
        return list(found.mapping) if found is not None and fits else None

    @classmethod
    def remember(cls, forum: Organisation, head: Sequence[str], mapping: Sequence[str]) -> None:
        """For the next file."""
        said = {"mapping": list(mapping)}
        cls.objects.update_or_create(forum=forum, headings=_known_by(head), defaults=said)


def _known_by(head: Sequence[str]) -> str:
    said = "\n".join(plain(text) for text in head)
    return salted_hmac("alongside.welcome headings", said, algorithm="sha256").hexdigest()


def _without_children(table: Table) -> Table:
    """The same, and nothing in the columns that may not come in."""
    shut = {place for place, heading in enumerate(table.head) if refused(heading)}
    if not shut:
        return table
    rows = (
        Row(row.number, tuple("" if place in shut else text for place, text in enumerate(row.cells)))
        for row in table.rows
    )
    return Table(table.head, tuple(row for row in rows if any(row.cells)))


def _must_fit(table: Table, mapping: Sequence[str]) -> None:
    named = [column for column in mapping if column]
    if not {"name", "first", "last"} & set(named):
        raise WhoIsWho
    if any(named.count(column) > 1 for column in set(named) - {MAPPED_ONCE}):
        raise TwoColumns
    if any(column and refused(heading) for column, heading in zip(mapping, table.head, strict=True)):
        raise NotThatColumn


def _theirs(forum: Organisation, by: Person) -> None:
    if not kept_by(Viewer(by), forum):
        raise NotTheirs
