"""Texts and their versions. Translations and Easy Read renderings come as further tables; files have one."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models, transaction

from alongside.people.models import Area

from .files import File

__all__ = ["File", "Text", "Version"]


class Text(models.Model):
    """Somebody's words as they stand now. Every earlier state is kept as a version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    language = models.CharField(max_length=12, default="en-GB")
    body = models.TextField()

    def __str__(self) -> str:
        return self.body

    @classmethod
    def write(cls, body: str, *, area: Area, at: datetime, language: str = "en-GB") -> Text:
        """New words, kept as their own first version."""
        with transaction.atomic():
            text = cls.objects.create(area=area, body=body, language=language)
            Version.objects.create(text=text, number=1, body=body, at=at)
        return text

    def rewrite(self, body: str, *, why: str, at: datetime) -> Version:
        """Put new words in place; the old ones stay readable to those who may see versions.

        The words that are there already are no new version.
        """
        with transaction.atomic():
            text = Text.objects.select_for_update().get(pk=self.pk)
            version = text.versions.order_by("-number")[0]
            if version.body != body:
                version = Version.objects.create(
                    text=text, number=version.number + 1, body=body, why=why, at=at
                )
                text.body = body
                text.save(update_fields=["body"])
            self.body = body
        return version

    @property
    def original(self) -> str:
        """The words as they were first written."""
        return self.versions.order_by("number")[0].body


class Version(models.Model):
    """One state of a text: number 1 is the original."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    body = models.TextField()
    why = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="versions_are_numbered_once")]

    def __str__(self) -> str:
        return f"version {self.number}"
