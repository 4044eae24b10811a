"""A file that somebody sent, made safe. Rooms above point at it; their own door says who may open it."""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Q

from alongside.people.days import day_of
from alongside.people.models import Area

from . import shelf
from .apart import examine
from .errors import CannotKeep, why_not
from .examining.unsafe import Unsafe
from .kinds import KINDS, Kind
from .purposes import Purpose, purposes
from .scanner import scan
from .uploads import Lost

LONGEST_NAME = 120


class Files(models.QuerySet["File"]):
    """Finding files. Pages come to them through what they belong to."""

    def of_nothing(self) -> Files:
        """Those that no row of any room points at. The rooms above are not known here by name."""
        found = self
        for link in File._meta.get_fields(include_hidden=True):
            if isinstance(link, models.ManyToOneRel):
                held = link.related_model._base_manager.filter(**{f"{link.field.name}__isnull": False})
                found = found.exclude(pk__in=held.values(link.field.attname))
        return found

    def remove(self) -> int:
        """Delete these rows and, once that is certain, what lies on the shelf. Returns how many."""
        with transaction.atomic():
            gone = list(self.values_list("pk", flat=True))
            File.objects.filter(pk__in=gone).delete()
            transaction.on_commit(lambda: shelf.take_all_away(gone))
        return len(gone)


class File(models.Model):
    """Something that somebody sent, as we keep it. It has a day and no hour; who sent it, its owner knows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=LONGEST_NAME)  # as it was called; only ever shown escaped
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    on = models.DateField()

    objects = Files.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="a_file_holds_something")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(cls, sent: UploadedFile[bytes], *, purpose: str, area: Area, on: date) -> File:
        """Make it safe and keep it: first on the shelf, then its row. Raises ``CannotKeep``.

        Slow, since the file is looked at in a process of its own: never call it inside a transaction.
        """
        asked = purposes()[purpose]
        name = name_of(sent)
        try:
            safe = examine(_whole(sent, asked), name, asked)
        except Unsafe as no:
            raise CannotKeep(str(no)) from no
        scan(safe.content)
        digest = hashlib.sha256(safe.content).hexdigest()
        called = name if asked.keeps_name else f"{purpose}{KINDS[safe.kind].ending}"
        row = cls(area=area, purpose=purpose, kind=safe.kind, name=called, on=day_of(on), digest=digest)
        row.size = len(safe.content)
        shelf.put(row.pk, safe.content, row.on)
        try:
            row.save(force_insert=True)
        except BaseException:
            shelf.take_away(row.pk)
            raise
        return row

    @property
    def form(self) -> Kind:
        """What kind of file it is, with everything that follows from it."""
        return KINDS[self.kind]

    def read(self) -> bytes | None:
        """Its content, or nothing if that is not what was kept. Raises ``OSError`` if it is not there."""
        with shelf.open_file(self.pk) as there:
            content: bytes = there.read()
        return content if hashlib.sha256(content).hexdigest() == self.digest else None

    def remove(self) -> None:
        """Delete the row and, once that is certain, what lies on the shelf."""
        File.objects.filter(pk=self.pk).remove()


def name_of(sent: UploadedFile[bytes]) -> str:
    """What it was called, without marks that cannot be seen or that turn the letters round."""
    said = unicodedata.normalize("NFC", sent.name or "").replace("\\", "/").rpartition("/")[2]
    seen = "".join(one for one in said if unicodedata.category(one)[0] not in "CZ" or one == " ").strip()
    head, dot, ending = seen.rpartition(".")
    return f"{head[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}"[-LONGEST_NAME:] or "file"


def _whole(sent: UploadedFile[bytes], purpose: Purpose) -> bytes:
    if isinstance(sent, Lost) and sent.error:
        raise why_not(sent.error)
    if isinstance(sent, Lost) or (sent.size or 0) > purpose.size:
        raise Unsafe(f"This is too large. The most we can take is {purpose.megabytes} megabytes.")
    sent.seek(0)
    content: bytes = sent.read()
    return content
