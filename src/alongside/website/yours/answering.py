"""Answering what somebody asked, and taking it back before that."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.journal import models as journal
from alongside.messages.say import say
from alongside.people.days import day_of, midnight
from alongside.people.models import Person
from alongside.people.viewer import Viewer

from .erasing import erase
from .holders import Holder
from .refusals import NotYet, NotYoursToAnswer, Over, SayWhat
from .wishes import Answer, TakenBack, Wish


def answer(wish: Wish, by: Person, words: str, at: datetime) -> Answer:
    """A keeper answers, and the person hears of it. Of an erasure this is what carries it out."""
    with transaction.atomic():
        now = Wish.objects.select_for_update(of=("self",)).select_related("area").get(pk=wish.pk)
        if not Wish.objects.all().to_answer(Viewer(by)).filter(pk=now.pk).exists():
            raise NotYoursToAnswer
        if TakenBack.objects.filter(wish=now).exists():
            raise Over
        if there := Answer.objects.filter(wish=now).first():
            return there
        if not now.may_be_done(day_of(at)):
            raise NotYet
        if now.kind != wish.Kind.ERASE and not words.strip():
            raise SayWhat("Please write what you did, or why not. They read it.", field="words")
        said = Answer.objects.create(wish=now, by=by, words=words, on=day_of(at))
        journal.record("wish.answered", area_id=now.area_id, about=now, at=midnight(at), by=by)
        _carry_out(now, said, at)
    return said


def _carry_out(wish: Wish, said: Answer, at: datetime) -> None:
    if wish.kind == wish.Kind.ERASE:
        erase(Holder.of(wish), at, by=said.by)
        return
    who: dict[str, Any] = {"person": wish.person} if wish.person else {"way_back": wish.way_back}
    body = f"You asked us about what we keep of you: {wish}.\n\n{said.by} answers: {said.words}"
    say(
        key=f"wish:{wish.pk}", kind="wish", subject="About what we keep of you", body=body,
        at=midnight(at), due_at=at, area=wish.area, **who,
    )  # fmt: skip


def take_back(wish: Wish, at: datetime) -> TakenBack:
    """Whoever asked has thought again. Twice is once; what has been answered stays."""
    with transaction.atomic():
        Wish.objects.select_for_update().get(pk=wish.pk)
        if Answer.objects.filter(wish=wish).exists():
            raise Over
        row, new = TakenBack.objects.get_or_create(wish=wish, defaults={"on": day_of(at)})
        if new:
            journal.record("wish.taken_back", area_id=wish.area_id, about=wish, at=midnight(at))
    return row
