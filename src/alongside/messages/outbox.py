"""What we send: a message, that it has gone, and the tries that did not work."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models, transaction
from django.db.models import F, Q

from alongside.people.days import midnight
from alongside.people.models import Area, Person, Role
from alongside.people.viewer import Viewer

from .errors import NotByHand
from .ways_back import BY_HAND, Channel, WayBack


class Outbox(models.Manager["Message"]):
    """Doors to messages. Nobody reads what goes by itself; some must be said or written by a human."""

    def visible_to(self, viewer: Viewer) -> models.QuerySet[Message]:
        """Calls, letters and what could not be sent, for those whose task it is to reach people.

        To a teller: the keeper of that area, unless the keeper also works for a service. To people with an
        account and to organisations: the co-ordinator. Codes that work for minutes (to sign in): nobody.
        What held another secret could not be sent either: its words are emptied, and the person still waits.
        """
        name = Role.Name
        keeper = frozenset() if viewer.is_service_side else viewer.areas_as(name.KEEPER)
        known = Q(way_back=None) | Q(way_back__organisation__isnull=False)
        mine = Q(known, area__in=viewer.areas_as(name.COORDINATOR)) | Q(~known, area__in=keeper)
        fell_to_us = (Gone.How.FAILED, Gone.How.BY_HAND)
        a_code = Q(secret=True, useless_at__lt=F("said_at") + timedelta(days=1))
        for_a_human = Q(channel__in=BY_HAND) | (Q(gone__how__in=fell_to_us) & ~a_code)
        whom = ("person__contact", "way_back__person__contact", "way_back__organisation")
        return self.filter(mine, for_a_human).select_related("area", "gone", *whom)

    def to_do(self, viewer: Viewer) -> models.QuerySet[Message]:
        """Those that still wait for this viewer's hand, the oldest first."""
        waits = Q(gone=None) | Q(gone__how=Gone.How.FAILED)
        return self.visible_to(viewer).filter(waits).order_by("due_at", "pk")


class Message(models.Model):
    """One thing to tell one person or way back: written with the change, sent later, never twice.

    ``key`` says what it is for, so that saying it again finds the row that is there. ``secret`` bodies
    are emptied when they have gone or when ``useless_at`` has passed. ``waits_since`` says when its way was
    first found closed.
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
    leave = models.CharField(max_length=300, blank=True)
    secret = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    due_at = models.DateTimeField()
    useless_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True, blank=True)
    waits_since = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Outbox] = Outbox()

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

    @property
    def reader(self) -> Person | WayBack | None:
        """Of whom it says how to reach them; None where that is an organisation: its address is public."""
        if self.way_back is None:
            return self.person
        return None if self.way_back.organisation_id else self.way_back

    @property
    def is_by_hand(self) -> bool:
        """Whether a human has to do it."""
        return Channel(self.channel).is_by_hand

    def tick(self, by: Person, at: datetime) -> Gone:
        """A human has rung, written, or done by hand what could not be sent. Twice is once.

        Raises ``NotByHand`` for what goes by itself.
        """
        with transaction.atomic():
            Message.objects.select_for_update().get(pk=self.pk)
            gone = Gone.objects.filter(message=self).first()
            stuck = gone is not None and gone.how == Gone.How.FAILED
            if not self.is_by_hand and not stuck:
                raise NotByHand
            if gone is None or stuck:
                gone = self.let_go(Gone.How.BY_HAND, at, by=by)
        return gone

    def let_go(self, how: Gone.How, at: datetime, *, why: str = "", by: Person | None = None) -> Gone:
        """Write down that it has gone, and how. A secret that was not kept on a link is emptied with it.

        Of a message to a way back, the day is kept: its hour would say when somebody told us something.
        """
        with transaction.atomic():
            gone, _new = Gone.objects.update_or_create(
                message=self, defaults={"how": how, "at": self.kept(at), "why": why[:300], "by": by}
            )
            self.due_at, self.claimed_until, self.waits_since = self.kept(self.due_at), None, None
            if self.secret and how != Gone.How.KEPT:
                self.body = ""
            self.save(update_fields=["due_at", "claimed_until", "waits_since", "body"])
        return gone

    def kept(self, moment: datetime) -> datetime:
        """As much of a moment as we keep beside this message: the day of it, if it goes to a way back."""
        if self.way_back_id is None:
            return moment
        return midnight(moment)


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
    """One try to send that did not work, and why, without anybody's address."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    error = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"{self.message_id}: {self.error}"


def is_due(at: datetime) -> Q:
    """Messages that should leave at this moment and that nobody holds."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    return Q(gone=None, due_at__lte=at) & free
