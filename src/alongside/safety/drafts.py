"""What somebody is writing on this device: dead after 24 hours, or when they leave the page.

The device holds a random key in a cookie, we hold its digest. It lives in this room because *Leave this
page* must end every draft of the house, and a room knows nothing of the rooms above it.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse

from alongside.documents.models import File
from alongside.messages.models import digest
from alongside.people.models import Area
from alongside.welcome import typed
from alongside.welcome.limits import Limit, place_of

from .errors import ManyAtOnce

LIFE = timedelta(hours=24)
AFTER_SENDING = timedelta(hours=1)
FROM_A_PLACE = Limit("begin to tell", 200)
"""Forty people in one hall, each on their phone and beginning again now and then."""
ANSWERS_FROM_A_PLACE = Limit("begin to answer", 200)
"""The same for what is not a story, so that neither shuts the other out."""
COOKIE = "__Host-draft" if settings.SESSION_COOKIE_SECURE else "draft"


class Draft(models.Model):
    """The answers so far. Its id is the form key: one draft becomes one story, once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    key_digest = models.CharField(max_length=64)
    about = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(default=dict)
    file = models.OneToOneField(File, models.SET_NULL, null=True, blank=True, related_name="+")
    sent = models.BooleanField(default=False)
    dies_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key_digest", "area", "about"],
                condition=models.Q(sent=False),
                name="a_device_has_one_draft_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return "a draft"

    @classmethod
    def held_by(
        cls, request: HttpRequest, *, area: Area, at: datetime, sent: bool = False, about: str = ""
    ) -> Draft | None:
        """The living draft of this device, if there is one: of a story, or of what ``about`` names."""
        key = request.COOKIES.get(COOKIE, "")
        if not key:
            return None
        found = cls.objects.filter(area=area, about=about, key_digest=digest(key), sent=sent, dies_at__gt=at)
        return found.order_by("-dies_at").first()

    @classmethod
    def begin(cls, request: HttpRequest, *, area: Area, at: datetime, about: str = "") -> tuple[Draft, str]:
        """The draft of this device, new if need be, and the key that the answer must give the device.

        Raises ``ManyAtOnce`` where one place begins more drafts than a hall full of people would.
        """
        held = cls.held_by(request, area=area, at=at, about=about)
        key = request.COOKIES.get(COOKIE, "")
        if held:
            return held, key
        limit = ANSWERS_FROM_A_PLACE if about else FROM_A_PLACE
        if not limit.take(place_of(request), at):
            raise ManyAtOnce
        # A key that we did not give may be known to somebody else.
        known = bool(key) and cls.objects.filter(key_digest=digest(key)).exists()
        key = key if known else secrets.token_urlsafe(32)
        with transaction.atomic():
            of_this_device = cls.objects.filter(key_digest=digest(key), area=area, about=about)
            end(of_this_device.filter(models.Q(sent=True) | models.Q(dies_at__lte=at)))
            draft, _ = cls.objects.get_or_create(
                key_digest=digest(key), area=area, about=about, sent=False, defaults={"dies_at": at + LIFE}
            )
        return draft, key

    def keep(self, step: str, said: Mapping[str, Any], at: datetime) -> None:
        """Save one page's answers beside the others, whether or not they are right yet."""
        with transaction.atomic():
            draft = Draft.objects.select_for_update().filter(pk=self.pk, sent=False).first()
            if draft is None:
                return
            draft.answers[step] = {name: _storable(value) for name, value in said.items()}
            draft.dies_at = at + LIFE
            draft.save(update_fields=["answers", "dies_at"])
        self.answers, self.dies_at = draft.answers, draft.dies_at

    def put(self, file: File | None, at: datetime) -> None:
        """Keep this file with the answers, in place of the one that was there; or none any more."""
        with transaction.atomic():
            draft = Draft.objects.select_for_update().filter(pk=self.pk, sent=False).first()
            if draft is None:
                return
            before, draft.file, draft.dies_at = draft.file_id, file, at + LIFE
            draft.save(update_fields=["file", "dies_at"])
            if before is not None:
                File.objects.filter(pk=before).remove()
        self.file, self.dies_at = draft.file, draft.dies_at

    def empty(self, at: datetime, **shown: str) -> None:
        """It was sent: the words go, and a file belongs to what was made of them. What the page after it
        shows stays for an hour.
        """
        self.answers, self.file = dict(shown), None
        self.sent, self.dies_at = True, at + AFTER_SENDING
        self.save(update_fields=["answers", "file", "sent", "dies_at"])


def _storable(value: Any) -> Any:
    """Without NUL, which not every database keeps."""
    if isinstance(value, list):
        return [_storable(one) for one in value]
    return value.replace("\x00", "") if isinstance(value, str) else value


def give_key(response: HttpResponse, key: str) -> None:
    """Let the device remember its draft for as long as the draft lives."""
    response.set_cookie(
        COOKIE,
        key,
        max_age=int(LIFE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def end(drafts: models.QuerySet[Draft]) -> int:
    """End these drafts, each with its file. Returns how many."""
    with transaction.atomic():
        files = list(drafts.filter(file__isnull=False).values_list("file", flat=True))
        gone, _ = drafts.delete()
        File.objects.filter(pk__in=files).remove()
    return gone


def end_all(request: HttpRequest, response: HttpResponse) -> None:
    """End every draft of this device, and let it forget the key; words that wait for a signing in go too."""
    typed.drop(request)
    if key := request.COOKIES.get(COOKIE, ""):
        end(Draft.objects.filter(key_digest=digest(key)))
    response.delete_cookie(COOKIE, samesite="Lax")
    response.cookies[COOKIE]["secure"] = settings.SESSION_COOKIE_SECURE
    response.cookies[COOKIE]["httponly"] = True


def forget(at: datetime) -> int:
    """Drafts whose day is over."""
    return end(Draft.objects.filter(dies_at__lte=at))


def overdue(at: datetime) -> int:
    """Drafts that should be gone and are not."""
    return Draft.objects.filter(dies_at__lte=at).count()
