"""Asking: once, with a day by which it is answered; and who hears of it."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from alongside.journal import models as journal
from alongside.messages.say import link, say
from alongside.people.days import day_of, midnight, next_morning
from alongside.people.models import Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer

from .days import month_later
from .holders import Holder
from .refusals import NobodyElse, SayWhat
from .wishes import KEEPERS, Wish


def ask(holder: Holder, kind: str, words: str, at: datetime, key: uuid.UUID | None = None) -> Wish:
    """Ask. The same ``key`` is one wish; a copy and an erasure are asked for once while one waits."""
    if kind in (Wish.Kind.WRONG, Wish.Kind.STOP) and not words.strip():
        raise SayWhat(field="words")
    with transaction.atomic():
        holder.lock()
        own = Wish.objects.filter(**holder.columns)
        once_only = kind in (Wish.Kind.COPY, Wish.Kind.ERASE)
        waits = own.waiting().filter(kind=kind).first() if once_only else None
        if there := once(own, key, "form_key") or waits:
            return there
        keepers = others(holder)
        if kind == Wish.Kind.ERASE and not keepers:
            raise NobodyElse
        on = day_of(at)
        wish = Wish.objects.create(
            form_key=key or uuid.uuid4(), area=holder.area, kind=kind, words=words, on=on,
            due_on=month_later(on), **holder.columns,
        )  # fmt: skip
        journal.record("wish.made", area_id=wish.area_id, about=wish, at=midnight(at), kind=kind)
        for keeper in keepers:
            _tell(wish, keeper, at)
        if kind == Wish.Kind.ERASE and holder.person:
            _is_it_you(wish, holder.person, at)
    return wish


def _is_it_you(wish: Wish, person: Person, at: datetime) -> None:
    """Should somebody else have asked, in a page left open: there is a day to take it back."""
    body = (
        "Somebody who was signed in as you has asked us to forget who you are. A person sees to it from "
        f"tomorrow on. Was it not you? Then please take it back: {link(reverse('website:my_data'))}"
    )
    say(
        key=f"wish-erase:{wish.pk}", kind="wish-erase", subject="You asked to be forgotten",
        body=body, at=at, area=wish.area, person=person,
    )  # fmt: skip


def _tell(wish: Wish, keeper: Person, at: datetime) -> None:
    """In the morning, and nothing of what it is."""
    page = link(reverse("website:wish", args=[wish.pk]))
    body = f"Somebody asks about what we keep of them. Please answer by {wish.due_on:%d %B %Y}. {page}"
    say(
        key=f"wish-made:{wish.pk}:{keeper.pk}", kind="wish-made", subject="Please sign in to Alongside",
        body=body, at=midnight(at), due_at=next_morning(at), area=wish.area, person=keeper,
    )  # fmt: skip


def others(holder: Holder) -> list[Person]:
    """Who may answer this holder: the area's keepers and co-ordinators, but not about themselves."""
    held = Role.objects.holders(*KEEPERS, area=holder.area).order_by("since")
    found = {role.person_id: role.person for role in held if role.person_id != holder.pk}
    return [person for person in found.values() if not Viewer(person).is_service_side]
