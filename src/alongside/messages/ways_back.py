"""Ways back to people: a handle to reach someone, with or without an account."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime

from django.db import models, transaction
from django.db.models import Q

from alongside.people import addresses, phones
from alongside.people.models import Area, Organisation, Person

from .errors import LeadsNowhere, NotAnEmail, NotAPhone


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
        return self in BY_HAND


BY_HAND = (Channel.CALL, Channel.LETTER)


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

    @property
    def leads_to(self) -> tuple[str, str]:
        """Whom it reaches: the same for two handles of one person. Only to count by; say it to nobody."""
        if self.person_id:
            return "person", str(self.person_id)
        return (self.channel, self.address) if self.address else ("link", str(self.pk))

    @property
    def in_words(self) -> str:
        """Its address as one reads it aloud: a number in groups."""
        by_phone = self.channel in (Channel.CALL, Channel.TEXT)
        return phones.spoken(self.address) if by_phone and self.address else self.address

    @staticmethod
    def new_token() -> str:
        """A secret that can be read out over the phone: 26 letters and digits, 128 bits."""
        return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(26))

    @classmethod
    def open_new(
        cls,
        *,
        area: Area,
        channel: str,
        address: str = "",
        call_me: str = "",
        hint: str = "",
        person: Person | None = None,
        organisation: Organisation | None = None,
    ) -> tuple[WayBack, str]:
        """A new way back and the secret that opens it. We cannot say the secret a second time.

        Raises ``NotAnEmail``, ``NotAPhone`` or ``LeadsNowhere``.
        """
        address = clean(channel, address)
        if not address and person is None and channel != Channel.LINK:
            raise LeadsNowhere
        token = cls.new_token()
        way_back = cls.objects.create(
            area=area,
            channel=channel,
            address=address,
            call_me=call_me,
            hint=hint,
            token_digest=digest(token),
            person=person,
            organisation=organisation,
        )
        return way_back, token

    @classmethod
    def behind(cls, token: str) -> WayBack | None:
        """The open way back that this secret opens, or none."""
        found = cls.objects.filter(token_digest=digest(token.strip().lower()), closed_at=None)
        return found.select_related("area", "organisation").first()

    def close(self, at: datetime) -> None:
        """Forget where this leads. What still waits to be sent there never leaves. Twice is once."""
        from .outbox import Gone, Message

        with transaction.atomic():
            WayBack.objects.filter(pk=self.pk, closed_at=None).update(
                closed_at=at, address="", call_me="", hint="", person=None
            )
            for message in Message.objects.filter(way_back=self, gone=None):
                message.let_go(Gone.How.CANCELLED, at, why="the way back is closed")
        self.refresh_from_db()


def clean(channel: str, address: str) -> str:
    """The address as we keep it for this channel; empty stays empty.

    Raises ``NotAnEmail`` or ``NotAPhone``: forms show the sentence beside the field.
    """
    address = address.strip()
    if not address or channel == Channel.LINK:
        return ""
    if channel == Channel.LETTER:
        return address
    is_mail = channel == Channel.EMAIL
    kept = addresses.email(address) if is_mail else phones.normalise(address)
    if kept is None:
        raise NotAnEmail if is_mail else NotAPhone
    return kept
