"""What waits for somebody: one sentence each, with the page where it can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from alongside.people.days import day_of
from alongside.people.models import Person
from alongside.people.viewer import Viewer

from . import days
from .delivering import checkable
from .promise import Promise, PromiseDoor
from .rounds import Delivered
from .states import days_late
from .telling import Verdict

MOST = 20
"""So many of one kind on a page: whoever has more begins with the oldest."""


@dataclass(frozen=True)
class Waiting:
    """One thing to do: ``kind`` is accept, deliver, check, answer or read."""

    kind: str
    sentence: str
    href: str
    promise: Promise


def waiting_promises(person: Person, at: datetime) -> list[Waiting]:
    """What this person can do for promises today, what is most pressing first."""
    viewer = Viewer(person)
    return [
        *_to_answer(person),
        *_to_accept(viewer),
        *_to_check(viewer),
        *_to_deliver(person, at),
        *_to_read(viewer),
    ]


def overdue(promises: PromiseDoor, at: datetime) -> list[Promise]:
    """Of these, the accepted ones that are late, with the longest late first."""
    asked = promises.still_open(day_of(at)).with_rounds()
    late = [promise for promise in asked if days_late(promise, at)]
    return sorted(late, key=lambda promise: promise.due)


def _page(promise: Promise) -> str:
    return reverse("website:thread", args=[promise.pk])


def _to_accept(viewer: Viewer) -> Iterator[Waiting]:
    """What asks for this person's yes; never what their own side has offered."""
    of_mine = Q(offered_by=Promise.Side.LIVED) & (Q(made_by=viewer.person) | Q(lived_owner=viewer.person))
    there = Q(organisation__in=viewer.works_for) & ~Q(offered_by=Promise.Side.SERVICE) & ~of_mine
    here = Q(offered_by=Promise.Side.SERVICE, lived_owner=viewer.person)
    proposed = Promise.objects.unanswered().filter(there | here)
    for promise in proposed.select_related("organisation").order_by("made_at")[:MOST]:
        asked = f"Take on for {promise.organisation}"
        if promise.offered_by == Promise.Side.SERVICE:
            asked = f"{promise.organisation} asks for your yes"
        yield Waiting("accept", f"{asked}: {promise.title}", _page(promise), promise)


def _to_deliver(person: Person, at: datetime) -> Iterator[Waiting]:
    """An owner's promises that are late or due within two weeks."""
    soon = day_of(at) + days.SOON
    owned = Promise.objects.filter(Q(lived_owner=person) | Q(service_owner=person))
    for promise in owned.still_open(soon).with_rounds().order_by("due_on")[:MOST]:
        if promise.due <= soon:
            where = reverse("promises:deliveries", args=[promise.pk])
            late = days_late(promise, at)
            sentence = f"{'Late' if late else 'Due soon'}: {promise.title}"
            yield Waiting("deliver", sentence, where, promise)


def _to_check(viewer: Viewer) -> Iterator[Waiting]:
    unchecked = Delivered.objects.current().filter(checked=None, promise__in=checkable(viewer).values("pk"))
    for delivered in unchecked.select_related("promise").order_by("at")[:MOST]:
        promise = delivered.promise
        where = reverse("promises:check", args=[promise.pk])
        yield Waiting("check", f"Look whether it is done: {promise.title}", where, promise)


def _to_answer(person: Person) -> Iterator[Waiting]:
    for verdict in unanswered().filter(
        Q(told__delivered__promise__lived_owner=person) | Q(told__delivered__promise__service_owner=person)
    )[:MOST]:
        promise = verdict.told.delivered.promise
        where = reverse("promises:answer", args=[promise.pk, verdict.pk])
        yield Waiting("answer", f"Somebody says it did not help: {promise.title}", where, promise)


def unanswered() -> QuerySet[Verdict, Verdict]:
    """Each *no* that the owners have neither answered nor acted on, the oldest first."""
    return (
        Verdict.objects.filter(counted=Verdict.Answer.NO, answered=None)
        .filter(told__delivered__in=Delivered.objects.current().values("pk"))
        .select_related("told__delivered__promise")
        .order_by("on", "pk")
    )


def _to_read(viewer: Viewer) -> Iterator[Waiting]:
    waiting = Verdict.objects.to_read(viewer).filter(reading__passed=None, reading__held=None)
    for verdict in waiting.select_related("told__delivered__promise").order_by("on", "pk")[:MOST]:
        promise = verdict.told.delivered.promise
        where = reverse("promises:shown_words", args=[verdict.pk])
        yield Waiting("read", f"Words to read before they are shown: {promise.title}", where, promise)
