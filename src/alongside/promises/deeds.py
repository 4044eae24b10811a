"""What a viewer can do now for a promise: the buttons under it on its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from alongside.people.models import Person
from alongside.people.viewer import Viewer

from .delivering import may_check
from .evidence import Evidence
from .offering import may_answer
from .promise import Promise
from .reopening import may_reopen
from .rounds import Delivered
from .waiting import unanswered


@dataclass(frozen=True)
class Deed:
    """One button. ``posts`` says that it does the thing at once; otherwise it opens a page."""

    text: str
    href: str
    posts: bool = False
    kind: str = ""


def deeds(promise: Promise, viewer: Viewer, at: datetime) -> list[Deed]:  # noqa: ARG001 - as every reading of time
    """What this viewer can do now, the main thing first. Nobody who is not signed in can do anything."""
    person = viewer.person
    if person is None:
        return []
    if promise.is_refused:
        return []
    if not promise.is_accepted:
        return _before_it_counts(promise, person)
    if promise.is_open:
        return _while_open(promise, person)
    return _once_done(promise, viewer, person)


def _at(name: str, promise: Promise) -> str:
    return reverse(f"promises:{name}", args=[promise.pk])


def _before_it_counts(promise: Promise, person: Person) -> list[Deed]:
    if not may_answer(promise, person):
        return []
    for_them = promise.offered_by == Promise.Side.SERVICE
    yes = "Yes, I will see to it" if for_them else f"Take this on for {promise.organisation}"
    no = Deed("No, because…", _at("refusal", promise), kind="secondary")
    return [Deed(yes, _at("acceptance", promise), posts=True), no]


def _while_open(promise: Promise, person: Person) -> list[Deed]:
    if not promise.is_owned_by(person):
        return []
    done = Deed("Say that it is done", _at("deliveries", promise))
    if hasattr(promise, "started"):
        return [done]
    return [done, Deed("We have started", _at("start", promise), posts=True, kind="secondary")]


def _once_done(promise: Promise, viewer: Viewer, person: Person) -> list[Deed]:
    found = []
    latest = promise.round
    if latest and not latest.is_checked and may_check(promise, person):
        found.append(Deed("Say what you see", _at("check", promise)))
    if promise.is_owned_by(person):
        noes = unanswered().filter(told__delivered__promise=promise)
        found += [
            Deed("Answer a “no”", reverse("promises:answer", args=[promise.pk, verdict.pk]))
            for verdict in noes
        ]
    if latest and _may_open_files(latest, viewer):
        found.append(Deed("Open the files", _at("files", promise), kind="secondary"))
    if may_reopen(promise, person):
        found.append(Deed("Open it again", _at("reopening", promise), kind="secondary"))
    return found


def _may_open_files(latest: Delivered, viewer: Viewer) -> bool:
    """Most rounds have no files, and who may open them is the longer question."""
    there = Evidence.objects.filter(delivered=latest)
    return there.exists() and there.visible_to(viewer).exists()
