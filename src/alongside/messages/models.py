"""Ways back to people, and what we send them. Say it now, send it later."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from alongside.people.models import Area, Organisation, Person


def digest(token: str) -> str:
    """What we keep of a secret: enough to know it again, not enough to say it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Channel(models.TextChoices):
    EMAIL = "email", "E-mail"
    TEXT = "text", "Text message"
    CALL = "call", "Phone call"
    LETTER = "letter", "Letter"
    LINK = "link", "A secret link"

    @property
    def is_by_hand(self) -> bool:
        """Whether a human has to do it: a to-do, not a transport."""
        return self in (Channel.CALL, Channel.LETTER)


class WayBack(models.Model):
    """A handle to reach someone who has, or has not, an account. A secret link is one too.

    Which story it belongs to is a row in ``voice`` with its own, narrower door.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    address = models.CharField(max_length=500, blank=True)  # e-mail, phone or post; empty for a secret link
    call_me = models.CharField(max_length=80, blank=True)
    hint = models.CharField(max_length=200, blank=True)  # "after 11, not on Fridays"
    token_digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel=Channel.LINK)
                | ~Q(address="")
                | ~Q(closed_at=None)
                | Q(person__isnull=False),
                name="a_way_back_leads_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return "a way back"  # never whom it leads to

    @staticmethod
    def new_token() -> str:
        """A secret that can be read out over the phone: 26 letters and digits, 130 bits."""
        return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(26))

    @classmethod
    def behind(cls, token: str) -> WayBack | None:
        """The open way back that this secret opens, or none."""
        found = cls.objects.filter(token_digest=digest(token), closed_at=None)
        return found.select_related("area", "organisation").first()


class Message(models.Model):
    """One thing to tell one person or way back: written with the change, sent later, never twice.

    ``key`` says what it is for, so that saying it again finds the row that is there. ``secret`` bodies
    are emptied when they have gone or when ``useless_at`` has passed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    way_back = models.ForeignKey(WayBack, models.CASCADE, null=True, blank=True, related_name="messages")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    secret = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    due_at = models.DateTimeField()
    useless_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="messages_by_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, way_back__isnull=False) | Q(person__isnull=False, way_back=None),
                name="a_message_has_one_reader",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.channel})"


class Gone(models.Model):
    """The message has left: by a transport, by a human's hand, or it never will (kept back, cancelled)."""

    class How(models.TextChoices):
        SENT = "sent", "Sent"
        BY_HAND = "by-hand", "Done by a person"
        KEPT = "kept", "Shown on the secret link"
        CANCELLED = "cancelled", "Not needed any more"
        LATE = "late", "Too late to be of use"
        FAILED = "failed", "Could not be sent"

    message = models.OneToOneField(Message, models.CASCADE, primary_key=True, related_name="gone")
    how = models.CharField(max_length=12, choices=How.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.message_id}: {self.how}"


class Attempt(models.Model):
    """One try to send that did not work, and why. The words are the transport's, shortened."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    error = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"{self.message_id}: {self.error}"


def is_due(at: datetime) -> Q:
    """Messages that should leave at this moment and that nobody holds."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=at)
    return Q(gone=None, due_at__lte=at) & free
