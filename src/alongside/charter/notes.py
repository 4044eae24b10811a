"""A place's own words under a statement: what it does about this. Every save stays."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models, transaction

from alongside.documents.models import Text
from alongside.journal.models import record
from alongside.people.days import day_of, midnight
from alongside.people.models import Organisation, Person
from alongside.people.viewer import Viewer

from .errors import NewerWords, NothingWritten
from .evidence import must_work_at, of_the_place
from .in_use import Spot


class NoteDoor(models.QuerySet["Note"]):
    """Which notes a viewer may read."""

    def visible_to(self, viewer: Viewer) -> NoteDoor:
        """Like evidence: for those who work there, and who look after the area."""
        return self.filter(of_the_place(viewer))

    def of(self, spot: Spot) -> NoteDoor:
        """All that was written under one statement, the latest first."""
        return self.filter(**spot.keys).order_by("-number").select_related("text", "by")


class Note(models.Model):
    """What a place does about one statement, as it was saved once. A new save is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    framework = models.CharField(max_length=60)
    statement = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = NoteDoor.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "framework", "statement", "number"], name="notes_are_numbered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.number}"

    @classmethod
    def write(cls, spot: Spot, words: str, by: Person, at: datetime, *, after: int) -> Note:
        """Save new words in place of those with the number ``after``, which their writer had before them.

        The words that stand there already are no new note. Raises ``NotFromHere``, ``NothingWritten``, or
        ``NewerWords`` if somebody else was quicker.
        """
        must_work_at(spot.place, by)
        if not words.strip():
            raise NothingWritten(field="words")
        with transaction.atomic():
            locked = Organisation.objects.select_for_update(of=("self",)).select_related("area")
            place = locked.get(pk=spot.place.pk)
            last = cls.objects.of(spot).first()
            if last is not None and last.text.body == words:
                return last
            if (last.number if last else 0) != after:
                raise NewerWords(field="words")
            text = Text.write(words, area=place.area, at=midnight(at))
            note = cls.objects.create(**spot.keys, number=after + 1, text=text, by=by, on=day_of(at))
            record("note.written", area_id=place.area_id, about=note, at=midnight(at), by=by)
        return note
