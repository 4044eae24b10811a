"""Files that show that a promise is kept: for those who work on it, and nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models import Q

from alongside.documents.models import File
from alongside.documents.purposes import purposes
from alongside.people.days import day_of
from alongside.people.errors import Refused
from alongside.people.models import Person
from alongside.people.viewer import Viewer

from .promise import Promise
from .rounds import Delivered

PURPOSE = "evidence"
MOST = purposes()[PURPOSE].many


class EvidenceDoor(models.QuerySet["Evidence"]):
    """Which evidence a viewer may open."""

    def visible_to(self, viewer: Viewer) -> EvidenceDoor:
        """For who works on the promise: both owners, its group, who works there, the forum."""
        return self.filter(delivered__promise__in=Promise.objects.visible_to(viewer).close_to(viewer))


class Evidence(models.Model):
    """One file with one round of a promise."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivered = models.ForeignKey(Delivered, models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    file = models.OneToOneField(File, models.PROTECT, related_name="+")

    objects = EvidenceDoor.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["delivered", "number"], name="evidence_is_numbered_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MOST), name="a_round_has_few_files"
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.number}"


def keep(
    sent: Iterable[UploadedFile[bytes]], promise: Promise, at: datetime, *, room_for: int
) -> tuple[list[File], list[str]]:
    """Keep the good ones, whatever is wrong with the others. Returns them, and a sentence for each other."""
    kept, wrong = list[File](), list[str]()
    for one in sent:
        if len(kept) >= room_for:
            wrong.append(f"“{one.name}” is one too many. {MOST} files are the most.")
            continue
        try:
            kept.append(File.keep(one, purpose=PURPOSE, area=promise.area, on=day_of(at)))
        except Refused as no:
            wrong.append(f"“{one.name}”: {no}")
    return kept, wrong


def belongs_to(delivered: Delivered, files: Sequence[File]) -> None:
    """These files go with this round."""
    for number, file in enumerate(files, 1):
        Evidence.objects.create(delivered=delivered, number=number, file=file)


# between one sending of a form and the next, as no browser keeps a file ---------------------------------
def ticket(files: Iterable[File], promise: Promise, by: Person) -> str:
    """What the form carries so that these files are found again: by this person, for this promise."""
    ids = [str(file.pk) for file in files]
    return signing.dumps(ids, salt=_salt(promise, by)) if ids else ""


def behind(ticket: str, promise: Promise, by: Person) -> list[File]:
    """The files that this ticket stands for, if it is ours, it is theirs, and nothing has used them."""
    try:
        ids = signing.loads(ticket, salt=_salt(promise, by)) if ticket else []
    except signing.BadSignature:
        return []
    return list(File.objects.filter(pk__in=ids, purpose=PURPOSE).of_nothing().order_by("name", "pk"))


def _salt(promise: Promise, by: Person) -> str:
    return f"evidence {promise.pk} {by.pk}"
