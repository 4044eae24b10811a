"""The forum asks an organisation, and it answers: from its room, by a code, or by letter or call."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from alongside.documents.models import Text
from alongside.journal import models as journal
from alongside.messages.models import Channel, WayBack
from alongside.messages.say import link, say
from alongside.people.days import day_of, midnight
from alongside.people.models import Organisation, Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading
from alongside.welcome.limits import Limit

from . import notices
from .consents import Consent
from .errors import Empty, ManyAnswers, NotForYou
from .replies import CODE_LASTS, PATIENCE, Asked, Reply
from .rules import must_allow, must_be, must_be_read
from .stories import Story

BY_A_CODE = Limit("answer by code", 5)


@dataclass(frozen=True)
class Words:
    """An answer as it was written. ``key`` makes one that is sent twice one."""

    body: str
    key: uuid.UUID
    signed: str = ""
    public: bool = False
    claims_change: bool = False


def ask(story: Story, by: Person, at: datetime) -> Asked:
    """A co-ordinator asks the organisation. Its address gets a code; without an address, somebody rings."""
    on = day_of(at)
    with transaction.atomic():
        Story.locked(story.pk)
        must_be(by, story, Role.Name.COORDINATOR)
        if there := Asked.objects.filter(story=story, organisation=story.organisation_id).first():
            return there
        must_be_read(story)
        must_allow(story, Consent.Use.SERVICE, on)
        asked = Asked(story=story, organisation=story.organisation, by=by, on=on)
        token = ""
        if story.organisation.email:
            asked.way_back, token = WayBack.open_new(
                area=story.area,
                channel=Channel.EMAIL,
                address=story.organisation.email,
                organisation=story.organisation,
            )
        asked.save(force_insert=True)
        if token:
            _send_code(asked, token, at)
        story.used(f"{story.organisation} was asked for its answer", by, at, Consent.Use.SERVICE)
        journal.record("story.asked", area_id=story.area_id, about=story, at=midnight(at), by=by)
    return asked


def _send_code(asked: Asked, token: str, at: datetime) -> None:
    page = link(reverse("voice:reply_by_code", args=[token]))
    say(
        key=f"asked:{asked.pk}",
        kind="asked",
        subject=f"Somebody told {asked.story.area} how it is with you",
        body=(
            "Somebody told us how it is with your service, and would like an answer. "
            f"Read it and answer here, without an account:\n\n{page}\n\n"
            f"If there is no answer within {PATIENCE.days} days, that is shown. "
            "Whoever has this address can answer for you."
        ),
        at=midnight(at),
        due_at=at,
        area=asked.story.area,
        way_back=asked.way_back,
        secret=True,
        useless_at=midnight(at) + CODE_LASTS,
    )


def answer_from_room(story: Story, by: Person, words: Words, at: datetime) -> Reply:
    """Somebody who works at the organisation answers."""
    if not Viewer(by).is_of(story.organisation_id):
        raise NotForYou
    return _answer(story, words, at, how=Reply.How.ROOM, by=by)


def answer_by_code(asked: Asked, words: Words, at: datetime) -> Reply:
    """Whoever holds the code that went to the organisation's address answers for it, and so has read it.

    Opening the page is no reading: a machine that looks for harm in mail follows every address in it.
    Raises ``ManyAnswers`` rather than send the teller one message after another.
    """
    if not BY_A_CODE.take(str(asked.pk), at):
        raise ManyAnswers
    with transaction.atomic():
        reply = _answer(asked.story, words, at, how=Reply.How.CODE, by=None)
        asked.note_that_it_was_read(at)
    return reply


def answer_recorded(story: Story, by: Person, words: Words, at: datetime) -> Reply:
    """A co-ordinator writes down what came by letter or call; the page says so."""
    must_be(by, story, Role.Name.COORDINATOR)
    return _answer(story, words, at, how=Reply.How.RECORDED, by=by)


def _answer(story: Story, words: Words, at: datetime, *, how: Reply.How, by: Person | None) -> Reply:
    if not words.body.strip():
        raise Empty("Please write your answer.")
    with transaction.atomic():
        Story.locked(story.pk)
        if there := once(Reply.objects.filter(story=story), words.key, "form_key"):
            return there
        must_be_read(story)
        must_allow(story, Consent.Use.SERVICE, day_of(at))
        reply = Reply.objects.create(
            form_key=words.key,
            story=story,
            organisation=story.organisation,
            text=Text.write(words.body, area=story.area, at=midnight(at)),
            signed=words.signed,
            public=words.public and story.allows(Consent.Use.PUBLISH, day_of(at)),
            claims_change=words.claims_change,
            how=how,
            by=by,
            reading=_to_be_read(story, story.organisation, by, at) if words.claims_change else None,
            at=midnight(at),
        )
        if reply.is_shown:
            notices.answered(reply, at)
        story.used(f"{story.organisation} answered it", None, at, Consent.Use.SERVICE)
        journal.record(
            "reply.given", area_id=story.area_id, about=reply, at=midnight(at), by=by, how=str(how)
        )
    return reply


def _to_be_read(story: Story, about: Organisation, by: Person | None, at: datetime) -> Reading:
    """An answer that claims a change is read first, by nobody who works there or wrote it."""
    return Reading.open(area=story.area, about=about, on=day_of(at), author=by)
