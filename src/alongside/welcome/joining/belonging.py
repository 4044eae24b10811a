"""What belongs to a member: whether the forum may write, and leaving. A no takes effect at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from alongside.messages.models import Gone, Message
from alongside.people.models import Member, Person

KIND = "newsletter"
_SALT = "alongside.welcome stop newsletters"


def memberships_of(person: Person) -> QuerySet[Member]:
    """The forums that somebody belongs to now."""
    live = Member.objects.filter(person=person, left_at=None)
    return live.select_related("forum__area", "person").order_by("forum__name", "pk")


def stop(member: Member, at: datetime, by: Person | None = None) -> None:
    """No newsletters any more: what waits to be sent never leaves. Twice is once."""
    with transaction.atomic():
        member.may_write(False, at, by)
        waits = Message.objects.filter(
            kind=KIND, person=member.person_id, area=member.forum.area_id, gone=None
        )
        for message in waits.select_for_update(of=("self",)):
            message.let_go(Gone.How.CANCELLED, at, why="they want no newsletters any more")


def start(member: Member, at: datetime, by: Person) -> None:
    """Newsletters, please."""
    member.may_write(True, at, by)


def leave(member: Member, at: datetime, by: Person) -> None:
    """Belong to the forum no longer, and hear nothing from it."""
    with transaction.atomic():
        stop(member, at, by)
        member.leave(at, by)


def way_out(member: Member) -> str:
    """The path of the page with the one button; whoever has it can stop these newsletters and no more."""
    token = Signer(salt=_SALT).sign(str(member.pk))
    return reverse("welcome:stop", args=[member.forum.area.slug, token])


def behind(token: str, area: str) -> Member | None:
    """The membership that this link is about, or nothing."""
    try:
        pk = UUID(Signer(salt=_SALT).unsign(token))
    except (BadSignature, ValueError):
        return None
    found = Member.objects.filter(pk=pk, forum__area__slug=area)
    return found.select_related("forum__area", "person").first()
