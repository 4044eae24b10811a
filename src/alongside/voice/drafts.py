"""A telling in progress: saved with each page, dead after 24 hours or on *Leave this page*."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.people.models import Area


class Draft(models.Model):
    """What somebody has written so far. Its id is the form key: one draft becomes one story, once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    key_digest = models.CharField(max_length=64, unique=True)
    answers = models.JSONField(default=dict)
    dies_at = models.DateTimeField()

    def __str__(self) -> str:
        return "a draft"
