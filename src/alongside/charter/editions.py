"""A framework as a review asks it: kept with the review, so that a running round stays on its version."""

from __future__ import annotations

import uuid
from functools import cache

from django.db import models

from .framework import Framework
from .frameworks import Found
from .reading import read_text


class Edition(models.Model):
    """One version of a framework, word for word. Written when it is first used, and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    source = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "version"], name="a_version_of_a_framework_is_kept_once"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"

    @property
    def framework(self) -> Framework:
        """What it asks."""
        return _read(self.source, str(self))

    @classmethod
    def of(cls, one: Found) -> Edition:
        """The kept version of a framework. Raises ``Changed`` for other words in the same version."""
        version = {"slug": one.framework.slug, "version": one.framework.version}
        kept, _new = cls.objects.get_or_create(**version, defaults={"source": one.text})
        if kept.framework != one.framework:
            raise Changed(f"{one.file} has changed since it was first used. Give it a new version.")
        return kept


class Changed(ValueError):
    """The same version says something else than it did."""


@cache
def _read(source: str, name: str) -> Framework:
    return read_text(source, name)
