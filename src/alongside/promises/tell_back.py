"""Telling back: everyone who asked for it hears what is different now, through their own way back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from alongside.journal.models import record
from alongside.messages.models import WayBack, digest
from alongside.people.days import midnight
from alongside.people.models import Person
from alongside.voice.links import tellers_of
from alongside.voice.models import Story, Teller

from . import days, letters
from .promise import Promise, Reason, works_at
from .rounds import Delivered
from .telling import Told


def tell_everyone(delivered: Delivered, at: datetime) -> list[Told]:
    """A message and a Told for each story that has an open way back. Runs inside the check's transaction."""
    promise = delivered.promise
    stories = Story.objects.filter(pk__in=Reason.objects.stories_behind([promise])[promise.pk])
    voices: dict[tuple[str, str], UUID] = {}
    return [
        _tell(delivered, teller, voices.setdefault(teller.way_back.leads_to, uuid4()), at)
        for teller in tellers_of(stories)
    ]


def _tell(delivered: Delivered, teller: Teller, voice: UUID, at: datetime) -> Told:
    token = WayBack.new_token()
    key = f"told:{delivered.pk}:{teller.story_id}"
    return Told.objects.create(
        delivered=delivered,
        story_id=teller.story_id,
        way_back=teller.way_back,
        message=letters.tell(delivered, key, teller.way_back, token, at),
        voice=voice,
        from_within=is_from_within(delivered.promise, teller.way_back.person),
        token_digest=digest(token),
        at=at,
    )


def is_from_within(promise: Promise, person: Person | None) -> bool:
    """Whoever owes it does not say whether it helped those who asked for it."""
    return person is not None and (promise.is_owned_by(person) or works_at(person, promise.organisation_id))


def ask_again(told: Told, at: datetime) -> bool:
    """Ask one teller once more, four weeks after the news reached them. False when it is not the time."""
    with transaction.atomic():
        promise = Promise.locked(told.delivered.promise_id)
        asked = Told.objects.select_related(
            "delivered__promise", "way_back__area", "message", "story__reading"
        ).get(pk=told.pk)
        if not _is_time_to_ask_again(asked, promise, at):
            return False
        token = WayBack.new_token()
        asked.asked_again = letters.ask_again(asked, f"told-again:{asked.pk}", token, at)
        asked.again_digest = digest(token)
        asked.save(update_fields=["asked_again", "again_digest"])
        record("promise.asked_again", area_id=promise.area_id, about=asked, at=midnight(at))
    return True


def _is_time_to_ask_again(told: Told, promise: Promise, at: datetime) -> bool:
    reached = told.reached_at
    return (
        told.asked_again_id is None
        and told.way_back.closed_at is None
        and not told.story.is_taken_back
        and not promise.is_open
        and promise.round is not None
        and promise.round.pk == told.delivered_id
        and reached is not None
        and reached + days.ASK_AGAIN <= at
    )
