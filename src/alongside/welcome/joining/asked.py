"""Somebody wants to join: their words wait for a day, until they say yes from their own inbox or phone."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

from alongside.messages import quiet
from alongside.messages.models import Channel, WayBack, digest
from alongside.people.models import Member, Organisation, Person

from . import letters
from .errors import DayIsOver

LIVES = timedelta(hours=23)
"""Under a day, so that a link that could not be sent is nobody’s task afterwards."""
A_DAY = 3
"""So many links go to one address in that time; whoever asks more often has them already."""
HOW = "by the form"


class Joining(models.Model):
    """Somebody asked to join. Nothing is anybody’s until a button was pressed behind the link.

    ``whom`` is a keyed digest of the address; the address itself stands with the way back. ``member`` is
    there once they have pressed: then the words go, and the row with its day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    forum = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    way_back = models.OneToOneField(WayBack, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, null=True, blank=True, related_name="+")
    screen_name = models.CharField(max_length=80, blank=True)
    wants_news = models.BooleanField(default=False)
    whom = models.CharField(max_length=64)
    token_digest = models.CharField(max_length=64, unique=True)
    dies_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["whom"], name="links_to_join_by_address")]

    def __str__(self) -> str:
        return "somebody wants to join"

    @classmethod
    def ask(
        cls,
        forum: Organisation,
        screen_name: str,
        address: str,
        at: datetime,
        *,
        wants_news: bool,
        key: uuid.UUID | None = None,
    ) -> None:
        """Send a link to this address. Says nothing of whether we know it, and does the same for both."""
        from ..limits import keyed  # it stands on the nouns of this room

        whom = keyed("join", address)
        with transaction.atomic():
            Organisation.objects.select_for_update(of=("self",)).get(pk=forum.pk)
            before = cls.objects.filter(whom=whom, dies_at__gt=at)
            if before.count() >= A_DAY or cls.objects.filter(pk=key).exists():
                return
            channel = Channel.EMAIL if "@" in address else Channel.TEXT
            way_back, _ = WayBack.open_new(area=forum.area, channel=channel, address=address)
            token = WayBack.new_token()
            joining = cls.objects.create(
                pk=key or uuid.uuid4(),
                forum=forum,
                way_back=way_back,
                screen_name=screen_name,
                wants_news=wants_news,
                whom=whom,
                token_digest=digest(token),
                dies_at=at + LIVES,
            )
            letters.send_link(joining.pk, forum, way_back, token, at, joining.dies_at)

    @classmethod
    def behind(cls, token: str) -> Joining | None:
        """What this link leads to, or nothing."""
        found = cls.objects.filter(token_digest=digest(token.strip().lower()))
        return found.select_related("forum__area", "way_back").first()

    def confirm(self, at: datetime) -> Member:
        """They have pressed the button. Twice is once. Raises ``DayIsOver``."""
        with transaction.atomic():
            # one after the other: two links to one address are one person
            Organisation.objects.select_for_update(of=("self",)).get(pk=self.forum_id)
            now = Joining.objects.select_for_update(of=("self",))
            row = now.select_related("forum", "way_back", "member__person").get(pk=self.pk)
            if row.member is not None:
                return row.member
            if row.dies_at <= at or not row.way_back.address:
                raise DayIsOver
            member = Member.join(row._person(at), row.forum, at, how=HOW, may_contact=row.wants_news)
            if row.wants_news:
                member.may_write(True, at, member.person)
            row.member, row.screen_name = member, ""
            row.save(update_fields=["member", "screen_name"])
            row.way_back.close(at)
        return member

    def _person(self, at: datetime) -> Person:
        """Whoever has this address, or somebody new. Nothing of theirs is changed by this form."""
        address = self.way_back.address
        there = Person.objects.at_address(address)
        if there is not None:
            return there
        new: dict[str, Any] = {"screen_name": self.screen_name, "area": self.forum.area, "at": at}
        if "@" in address:
            return Person.join(**new, email=address)
        return Person.join(**new, phone=address, quiet_from=quiet.FROM, quiet_until=quiet.UNTIL)
