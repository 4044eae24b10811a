"""Erasing somebody: one verb. What they told and who they were goes; what others decided with them stays."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.documents.models import Text, Version
from alongside.groups.models import Group
from alongside.groups.seating import leave_it
from alongside.journal import models as journal
from alongside.messages.models import Gone, Message, WayBack
from alongside.people.days import day_of, midnight
from alongside.people.models import Look, Person
from alongside.people.persons import BLANK
from alongside.promises.models import Verdict
from alongside.safety.models import Concern, ReadingAuthor
from alongside.voice.models import Consent, Opened, Reply, Story
from alongside.welcome.forget import forget_person

from . import leaving, names
from .erased import Erased
from .holders import Holder
from .wishes import Answer, Wish


def erase(holder: Holder, at: datetime, by: Person | None = None) -> None:
    """Erase this person, or whoever holds this way back. Safe to repeat.

    ``by`` is the keeper who saw to it, or nobody when they did it themselves. Groups are locked before all
    else, as every verb does that ends a seat; the journal is written last.
    """
    with transaction.atomic():
        groups = leaving.groups_of(holder.person) if holder.person else []
        for group in groups:
            Group.locked(group.pk)
        holder.lock()
        words = _words(holder)
        _what_they_told(holder, at)
        theirs = _what_we_wrote(holder, at)
        if holder.person:
            _what_they_did(holder.person, groups, at)
            holder.person.blank(at, by)
            names.take_out(words)
        else:
            about = holder.way_back
            assert about is not None  # noqa: S101 - a holder is one of the two
            journal.record("way_back.erased", area_id=about.area_id, about=about, at=midnight(at), by=by)
        _what_they_asked(holder)
        Erased.note(holder, day_of(at))
        transaction.on_commit(lambda: names.clear_outbox(theirs, words))


def _words(holder: Holder) -> list[str]:
    """What one would know them by, to be looked for in what we wrote to others."""
    if holder.person is None or holder.person.screen_name == BLANK:
        return [way.address for way in holder.ways()]
    person = holder.person
    return [text for text in (person.screen_name, person.email, person.phone) if text]


def _ways(holder: Holder) -> QuerySet[WayBack]:
    """Theirs; and of a person, those left without signing in at the very same address.

    A worry keeps its way back: whoever may be in danger has to be reached.
    """
    mine = Q(pk__in=holder.ways().values("pk"))
    if holder.person:
        same = [one for one in (holder.person.email, holder.person.phone) if one]
        mine |= Q(address__in=same, organisation=None)
    worries = Concern.objects.filter(way_back__isnull=False).values("way_back")
    return WayBack.objects.filter(mine).exclude(pk__in=worries)


def _what_they_told(holder: Holder, at: datetime) -> None:
    """Take every story back, and empty what stands beside it: reasons, names, answers, verdicts."""
    stories = list(Story.objects.told_by(holder.viewer).order_by("pk"))
    for story in stories:
        story.withdraw(at)
    ids = [story.pk for story in stories]
    Story.objects.filter(pk__in=ids).update(perspective="")
    Consent.objects.filter(story__in=ids).update(name="")
    Opened.objects.filter(story__in=ids).update(why="")
    Look.forget_why(ids)
    for pk in ids:
        journal.shred(about_id=pk)
    replies = Reply.objects.filter(story__in=ids).values_list("text", flat=True)
    _empty_texts(list(replies))
    said = Verdict.objects.filter(told__way_back__in=list(holder.ways()))
    said.update(words="", may_show=False)


def _empty_texts(texts: list[UUID]) -> None:
    Version.objects.filter(text__in=texts).update(body="", why="")
    Text.objects.filter(pk__in=texts).update(body="")


def _what_we_wrote(holder: Holder, at: datetime) -> list[UUID]:
    """Close their ways back, call off what waits, empty the rest. Returns which messages were theirs."""
    ways = list(_ways(holder))
    to_them = Q(way_back__in=ways) | Q(person=holder.person) if holder.person else Q(way_back__in=ways)
    theirs = list(Message.objects.filter(to_them).values_list("pk", flat=True))
    for way_back in ways:
        way_back.close(at)
    for message in Message.objects.filter(pk__in=theirs, gone=None):
        message.let_go(Gone.How.CANCELLED, at)
    names.empty(theirs)
    return theirs


def _what_they_did(person: Person, groups: list[Group], at: datetime) -> None:
    """They get up from their seats, sign nothing any more, and are signed in nowhere."""
    for group in groups:
        for seat in group.seats.filter(person=person, until=None):
            leave_it(seat, None, at)
    Reply.objects.filter(by=person).update(signed="")
    ReadingAuthor.objects.filter(person=person).delete()
    forget_person(person)


def _what_they_asked(holder: Holder) -> None:
    """That they asked us something stays, and what they wrote goes."""
    asked = Wish.objects.filter(**holder.columns)
    Answer.objects.filter(wish__in=asked).update(words="")
    asked.update(words="")
