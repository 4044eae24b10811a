"""Who may meet which field, written a second time in plain sentences, on purpose not through the doors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import models

from alongside.charter.models import Comment, Link, Note
from alongside.documents.models import File, Text, Version
from alongside.groups.models import Decision, Paper, Seat, Wording
from alongside.messages.models import Message, WayBack
from alongside.people.models import Organisation, Person, Role
from alongside.promises.models import Checked, Delivered, Evidence, Promise, Verdict
from alongside.safety.models import Concern
from alongside.voice.models import Asked, Consent, Picture, Reply, Story, Teller, Use

Who = Person | WayBack | None
"""Somebody signed in; somebody without an account who holds a secret of this way back; nobody we know."""

May = Callable[[Who, Any], bool]


def holds(who: Who, area: UUID | None, *names: str) -> bool:
    if not isinstance(who, Person):
        return False
    return Role.objects.filter(person=who, area=area, name__in=names, until=None).exists()


def works_at(who: Who, organisation: UUID) -> bool:
    if not isinstance(who, Person):
        return False
    return Role.objects.filter(person=who, organisation=organisation, until=None).exists()


def sits_in(who: Who, group: UUID) -> bool:
    return isinstance(who, Person) and Seat.objects.filter(person=who, group=group, until=None).exists()


def sees_story(who: Who, story: Story) -> bool:
    """Public; or told to us as the forum; or allowed by its teller to the service or to groups."""
    if hasattr(story, "publication") or tells(who, story) or is_asked(who, story):
        return True
    if works_at(who, story.organisation_id):
        return hasattr(story.reading, "passed") and allowed(story, Consent.Use.SERVICE)
    if holds(who, story.area_id, "coordinator", "moderator", "keeper"):
        return True
    seats = Seat.objects.filter(until=None, group__area=story.area_id)
    in_a_group = isinstance(who, Person) and seats.filter(person=who).exists()
    return in_a_group and hasattr(story.reading, "passed") and allowed(story, Consent.Use.DECIDE)


def tells(who: Who, story: Story) -> bool:
    """Its own teller, known to us or only through a way back."""
    told = Teller.objects.filter(story=story)
    if isinstance(who, WayBack):
        return told.filter(way_back=who).exists()
    return who is not None and told.filter(way_back__person=who).exists()


def is_asked(who: Who, story: Story) -> bool:
    """Whoever holds the code by which an organisation answers this story."""
    return isinstance(who, WayBack) and Asked.objects.filter(story=story, way_back=who).exists()


def allowed(story: Story, use: str) -> bool:
    return story.consents.filter(use=use, ended=None).exists()


def sees_promise(who: Who, promise: Promise) -> bool:
    if hasattr(promise, "accepted") or (hasattr(promise, "refusal") and promise.offered_by != "service"):
        return True
    if works_at(who, promise.organisation_id) or who in (promise.lived_owner, promise.service_owner):
        return True
    groups = [r.decision.group_id for r in promise.reasons.exclude(decision=None)]
    return holds(who, promise.area_id, "coordinator", "moderator") or any(
        sits_in(who, group) for group in groups
    )


def sees_text(who: Who, text: Text) -> bool:
    """A text is seen by whoever sees what it belongs to."""
    note = Note.objects.filter(text=text).first()
    if note:
        return keeps_the_charter(who, note.organisation)
    picture = Picture.objects.filter(shows=text).first()
    return sees_picture(who, picture) if picture else sees_words(who, text)


def sees_words(who: Who, text: Text) -> bool:
    """The same of every text but a note, and what a picture shows."""
    for story in Story.objects.filter(models.Q(happened=text) | models.Q(good=text) | models.Q(better=text)):
        return sees_story(who, story)
    for wording in Wording.objects.filter(text=text):
        return hasattr(wording.decision, "taken") or sits_in(who, wording.decision.group_id)
    for paper in Paper.objects.filter(text=text):
        return sits_in(who, paper.decision.group_id)
    for promise in Promise.objects.filter(text=text):
        return sees_promise(who, promise)
    for done in Delivered.objects.filter(text=text):
        return sees_promise(who, done.promise)
    for reply in Reply.objects.filter(text=text):
        return sees_story(who, reply.story)
    for comment in Comment.objects.filter(text=text):
        return sees_comment(who, comment)
    concern = Concern.objects.filter(words=text).first()
    return concern is not None and holds(who, concern.area_id, "lead", "deputy")


def sees_comment(who: Who, comment: Comment) -> bool:
    """Everybody, once the round is over and a moderator has passed it; before that the moderators."""
    shown = hasattr(comment.review, "closed") and hasattr(comment.reading, "passed")
    return shown or holds(who, comment.review.area_id, "moderator")


def keeps_the_charter(who: Who, place: Organisation) -> bool:
    """Whoever works there; who co-ordinates or assesses in its area."""
    return works_at(who, place.pk) or holds(who, place.area_id, "coordinator", "assessor")


def sees_picture(who: Who, picture: Picture) -> bool:
    """Like its story; one that was taken out, the forum only."""
    of_the_forum = holds(who, picture.story.area_id, "coordinator", "moderator")
    return sees_story(who, picture.story) and (of_the_forum or not hasattr(picture, "taken_out"))


def sees_version(who: Who, version: Version) -> bool:
    """The words as they stand, like their text; an earlier state of a story, its moderators only."""
    now = version.body.replace(" ", "") == version.text.body.replace(" ", "")
    return sees_text(who, version.text) and (now or holds(who, version.text.area_id, "moderator"))


def sees_talk(who: Who, decision: Decision) -> bool:
    """What members of a group write to each other stays in the group."""
    return sits_in(who, decision.group_id)


def sees_name(who: Who, person: Person) -> bool:
    """Names are for people who are signed in; but who reads first, and who owes a promise, is public.

    And a teller may know who used what she told, and who answered it.
    """
    moderates = Role.objects.filter(person=person, name="moderator", until=None).exists()
    kept = Promise.objects.filter(accepted__isnull=False)
    owes = kept.filter(models.Q(lived_owner=person) | models.Q(service_owner=person)).exists()
    looked = Checked.objects.filter(by=person).exists()
    hers = Story.objects.filter(teller__way_back=who) if isinstance(who, WayBack) else Story.objects.none()
    used = Use.objects.filter(by=person, story__in=hers).exists()
    answered = Reply.objects.filter(by=person, story__in=hers).exists()
    return isinstance(who, Person) or used or answered or moderates or owes or looked


def sees_message(who: Who, message: Message) -> bool:
    """What was said to oneself; what a person has to carry by hand, and to whom: for the keeper alone."""
    theirs = who is not None and who in (message.person, message.way_back)
    return theirs or holds(who, message.area_id, "keeper")


def sees_verdict_words(who: Who, verdict: Verdict) -> bool:
    """For the owners, the co-ordinator, and a moderator who is asked whether everyone may read them."""
    promise = verdict.told.delivered.promise
    owns = who in (promise.lived_owner, promise.service_owner)
    return owns or verdict.told.way_back == who or holds(who, promise.area_id, "coordinator", "moderator")


def sees_link(who: Who, link: Link) -> bool:
    """Whoever works there or looks after the area; and a member of the forum, who is asked to answer."""
    review = link.review
    is_member = isinstance(who, Person) and who.memberships.filter(left_at=None, may_contact=True).exists()
    there = works_at(who, review.organisation_id)
    return there or is_member or holds(who, review.area_id, "coordinator", "assessor")


def sees_file(who: Who, file: File) -> bool:
    """A picture's name is seen by nobody; that of evidence, by those who work on the promise."""
    return any(
        works_on(who, one.delivered.promise) or holds(who, file.area_id, "moderator")
        for one in Evidence.objects.filter(file=file)
    )


def works_on(who: Who, promise: Promise) -> bool:
    """An owner, whoever sits in the group that decided or works there, and the co-ordinator."""
    groups = [r.decision.group_id for r in promise.reasons.exclude(decision=None)]
    sits = any(sits_in(who, group) for group in groups)
    owns = who in (promise.lived_owner, promise.service_owner)
    return (
        owns or sits or works_at(who, promise.organisation_id) or holds(who, promise.area_id, "coordinator")
    )


MAY_SEE: dict[str, May] = {
    "charter.Link.token": sees_link,
    "charter.Evidence.called": lambda who, row: keeps_the_charter(who, row.organisation),
    "charter.Evidence.why": lambda who, row: keeps_the_charter(who, row.organisation),
    "charter.Evidence.link": lambda who, row: keeps_the_charter(who, row.organisation),
    "documents.File.name": sees_file,
    "documents.Text.body": sees_text,
    "documents.Version.body": sees_version,
    "groups.Objection.acceptable_if": lambda who, row: sees_talk(who, row.wording.decision),
    "groups.Objection.reason": lambda who, row: sees_talk(who, row.wording.decision),
    "groups.Paper.title": lambda who, row: sees_talk(who, row.decision),
    "groups.Stand.words": lambda who, row: sees_talk(who, row.wording.decision),
    "groups.Wording.why": lambda who, row: sees_talk(who, row.decision),
    "journal.Detail.by": lambda who, row: holds(who, row.event.area_id, "coordinator", "keeper", "moderator"),
    "messages.Message.body": sees_message,
    "messages.Message.subject": sees_message,
    "messages.WayBack.address": lambda who, row: holds(who, row.area_id, "keeper"),
    "messages.WayBack.call_me": lambda who, row: holds(who, row.area_id, "keeper"),
    "people.Organisation.email": lambda who, row: holds(who, row.area_id, "coordinator"),
    "people.Person.screen_name": sees_name,
    "promises.Checked.saw": lambda who, row: sees_promise(who, row.delivered.promise),
    "promises.Delivered.evidence": lambda who, row: (
        who in (row.promise.lived_owner, row.promise.service_owner)
    ),
    "promises.Reopened.why": lambda who, row: sees_promise(who, row.delivered.promise),
    "promises.Verdict.words": sees_verdict_words,
    "website.Wish.words": lambda who, row: (
        who in (row.person, row.way_back) or holds(who, row.area_id, "keeper", "coordinator")
    ),
    "welcome.Newsletter.subject": lambda who, row: holds(who, row.forum.area_id, "coordinator"),
    "welcome.Newsletter.words": lambda who, row: holds(who, row.forum.area_id, "coordinator"),
    "welcome.Passkey.called": lambda who, row: who == row.person,
    "welcome.Session.browser": lambda who, row: who == row.person,
    "voice.TakenDown.answers": lambda who, row: holds(who, row.area_id, "coordinator"),
    "voice.Reply.signed": lambda who, row: sees_story(who, row.story),
    "voice.Use.where": lambda who, row: (
        holds(who, row.story.area_id, "coordinator", "moderator") or tells(who, row.story)
    ),
}
"""Who may meet which field, said plainly. Public fields need no line; any other field is for nobody."""
