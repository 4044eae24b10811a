"""Promises as rows on a page: where each stands, and what a reader needs beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from alongside.promises.models import Promise
from alongside.promises.promise import PromiseDoor
from alongside.promises.states import State


@dataclass(frozen=True)
class Standing:
    """One promise and its state at this moment."""

    promise: Promise
    state: State

    @property
    def href(self) -> str:
        """The thread: from here one walks both ways."""
        return reverse("website:thread", args=[self.promise.pk])

    @property
    def did(self) -> str:
        """What is different now, or what was promised, or why not."""
        if self.promise.is_refused:
            return self.promise.refusal.why
        done = self.promise.round
        return done.text.body if done else self.promise.text.body


def standing(door: PromiseDoor, at: datetime) -> list[Standing]:
    """The promises behind this door with their states, in as many queries for ten as for a thousand."""
    return of(door.with_rounds(), at)


def of(promises: Iterable[Promise], at: datetime) -> list[Standing]:
    """The same for promises that were fetched with their rounds."""
    return [Standing(promise, promise.state(at)) for promise in promises]
