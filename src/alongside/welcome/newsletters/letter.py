"""One newsletter, and that it went out: once, to whoever had said yes by then."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models, transaction
from django.db.models import QuerySet

from alongside.journal.models import record
from alongside.people.models import Member, Organisation, Person
from alongside.people.once import once
from alongside.people.viewer import Viewer

from ..members.forums import KEEPS, kept_by
from .errors import GoneOut, NobodyToRead, NotTheirs, SeenOther


class NewsletterDoor(models.QuerySet["Newsletter"]):
    """Which newsletters a viewer may see."""

    def visible_to(self, viewer: Viewer) -> NewsletterDoor:
        """Those of the forums whose co-ordinator this is."""
        return self.filter(forum__area__in=viewer.areas_as(*KEEPS)).select_related(
            "forum__area", "posted__by"
        )


class Newsletter(models.Model):
    """What a forum writes to its members. Until it goes out its words may change; then never."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    forum = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=120)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = NewsletterDoor.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.subject

    @classmethod
    def write(
        cls,
        forum: Organisation,
        subject: str,
        words: str,
        by: Person,
        at: datetime,
        key: uuid.UUID | None = None,
    ) -> Newsletter:
        """Keep it, and send nothing. The same form twice is one.

        Raises ``NotTheirs`` or ``PageUsed``.
        """
        if not kept_by(Viewer(by), forum):
            raise NotTheirs
        with transaction.atomic():
            Organisation.objects.select_for_update(of=("self",)).get(pk=forum.pk)
            there = once(cls.objects.filter(forum=forum, by=by), key)
            new = {"subject": subject, "words": words, "by": by, "at": at}
            return there or cls.objects.create(pk=key or uuid.uuid4(), forum=forum, **new)

    def change(self, subject: str, words: str, by: Person) -> None:
        """Other words, as long as it has not gone out. Raises ``NotTheirs`` or ``GoneOut``."""
        with transaction.atomic():
            row = self._locked(by)
            if row.is_posted:
                raise GoneOut
            row.subject, row.words = subject, words
            row.save(update_fields=["subject", "words"])

    def post(self, by: Person, at: datetime, *, seen: str) -> Posted:
        """Send it to everybody who has said yes. ``seen`` are the words that were looked over. Twice is once.

        Raises ``NotTheirs``, ``NobodyToRead`` or ``SeenOther``.
        """
        with transaction.atomic():
            row = self._locked(by)
            there = Posted.objects.filter(newsletter=row).first()
            if there is not None:
                return there
            if seen != row.mark:
                raise SeenOther
            if not readers(row.forum, at).exists():
                raise NobodyToRead
            posted = Posted.objects.create(newsletter=row, by=by, at=at)
            record("newsletter.posted", area_id=row.forum.area_id, about=row, at=at, by=by)
        return posted

    @property
    def mark(self) -> str:
        """Changes with every letter of it: what was looked over is what goes out."""
        return str(uuid.uuid5(self.pk, f"{self.subject}\n{self.words}"))

    @property
    def is_posted(self) -> bool:
        """Whether it has gone out, or is going."""
        return Posted.objects.filter(newsletter=self).exists()

    def _locked(self, by: Person) -> Newsletter:
        row = Newsletter.objects.select_for_update(of=("self",)).select_related("forum").get(pk=self.pk)
        if not kept_by(Viewer(by), row.forum):
            raise NotTheirs
        return row


class Posted(models.Model):
    """Somebody pressed. ``done_at`` once there is a message for everybody, and ``many`` says how many."""

    newsletter = models.OneToOneField(Newsletter, models.CASCADE, primary_key=True, related_name="posted")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    many = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "gone out"


def readers(forum: Organisation, at: datetime) -> QuerySet[Member]:
    """Members at that moment who have said that we may write, and have not taken it back."""
    now = Member.objects.filter(forum=forum, left_at=None, may_contact=True, joined_at__lte=at)
    return now.filter(person__blanked_at=None).select_related("person", "forum__area")
