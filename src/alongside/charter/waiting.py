"""What of this room waits for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from alongside.people.viewer import Viewer

from .comments import Comment

MOST = 500


@dataclass(frozen=True)
class Waiting:
    """One thing to do, as a sentence that leads there."""

    sentence: str
    href: str


def waiting_words(viewer: Viewer, at: datetime) -> list[Waiting]:
    """For a moderator: of each place the words to read before they are shown. One query."""
    to_read = Comment.objects.to_read(viewer, timezone.localdate(at)).waiting()
    rows = to_read.order_by("review__organisation__name", "section", "question", "pk")
    first: dict[str, UUID] = {}
    for place, pk in rows.values_list("review__organisation__name", "pk")[:MOST]:
        first.setdefault(place, pk)
    return [
        Waiting(f"Words to read before they are shown: {place}", reverse("charter:comment", args=[pk]))
        for place, pk in first.items()
    ]
