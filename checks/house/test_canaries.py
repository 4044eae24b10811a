"""House rule: nobody meets a stranger's data. Every area and every field of people's words has a marker.

Who may see what is written here a second time, in plain sentences, on purpose not through the doors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import pytest
from django.db import models, transaction

from alongside.documents.models import Text, Version
from alongside.groups.models import Decision, Paper, Seat, Wording
from alongside.journal.privacy import Level
from alongside.messages.models import Message
from alongside.people.models import Person, Role
from alongside.promises.models import Checked, Delivered, Promise, Verdict
from alongside.safety.models import Concern
from alongside.voice.models import Consent, Reply, Story, Teller
from checks.test_privacy import classed_fields

from .access import WHO
from .canaries import DIGEST, MARKER, Canary, plant
from .crawl import crawl
from .world import World

Who = Person | None
May = Callable[[Who, Any], bool]


def holds(who: Who, area: UUID | None, *names: str) -> bool:
    return who is not None and Role.objects.filter(person=who, area=area, name__in=names, until=None).exists()


def works_at(who: Who, organisation: UUID) -> bool:
    return who is not None and Role.objects.filter(person=who, organisation=organisation, until=None).exists()


def sits_in(who: Who, group: UUID) -> bool:
    return who is not None and Seat.objects.filter(person=who, group=group, until=None).exists()


def shares_a_group(who: Who, other: UUID) -> bool:
    if who is None:
        return False
    groups = Seat.objects.filter(person=who, until=None).values("group")
    return Seat.objects.filter(person=other, group__in=groups).exists()


def sees_story(who: Who, story: Story) -> bool:
    """Public; or told to us as the forum; or allowed by its teller to the service or to groups."""
    if hasattr(story, "publication"):
        return True
    if works_at(who, story.organisation_id):
        return hasattr(story.reading, "passed") and allowed(story, Consent.Use.SERVICE)
    if holds(who, story.area_id, "coordinator", "moderator", "keeper"):
        return True
    in_a_group = (
        who is not None and Seat.objects.filter(person=who, until=None, group__area=story.area_id).exists()
    )
    return in_a_group and hasattr(story.reading, "passed") and allowed(story, Consent.Use.DECIDE)


def tells(who: Who, story: Story) -> bool:
    return who is not None and Teller.objects.filter(story=story, way_back__person=who).exists()


def allowed(story: Story, use: str) -> bool:
    return story.consents.filter(use=use, ended=None).exists()


def sees_promise(who: Who, promise: Promise) -> bool:
    if hasattr(promise, "accepted") or works_at(who, promise.organisation_id):
        return True
    groups = [r.decision.group_id for r in promise.reasons.exclude(decision=None)]
    return holds(who, promise.area_id, "coordinator") or any(sits_in(who, group) for group in groups)


def sees_text(who: Who, text: Text) -> bool:
    """A text is seen by whoever sees what it belongs to."""
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
    for concern in Concern.objects.filter(words=text):
        return holds(who, concern.area_id, "lead", "deputy")
    return False


def sees_version(who: Who, version: Version) -> bool:
    """The words as they stand, like their text; an earlier state of a story, its moderators only."""
    now = version.body.replace(" ", "") == version.text.body.replace(" ", "")
    return sees_text(who, version.text) and (now or holds(who, version.text.area_id, "moderator"))


def sees_talk(who: Who, decision: Decision) -> bool:
    """What members of a group write to each other stays in the group."""
    return sits_in(who, decision.group_id)


def sees_name(who: Who, person: Person) -> bool:
    """Names are for people who are signed in; but who reads first, and who owes a promise, is public."""
    moderates = Role.objects.filter(person=person, name="moderator", until=None).exists()
    kept = Promise.objects.filter(accepted__isnull=False)
    owes = kept.filter(models.Q(lived_owner=person) | models.Q(service_owner=person)).exists()
    looked = Checked.objects.filter(by=person).exists()
    return who is not None or moderates or owes or looked


def sees_message(who: Who, message: Message) -> bool:
    """What a person has to carry by hand, and to whom: for the keeper alone."""
    return holds(who, message.area_id, "keeper")


def sees_verdict_words(who: Who, verdict: Verdict) -> bool:
    """For the owners, the co-ordinator, and a moderator who is asked whether everyone may read them."""
    promise = verdict.told.delivered.promise
    owns = who in (promise.lived_owner, promise.service_owner)
    return owns or holds(who, promise.area_id, "coordinator", "moderator")


MAY_SEE: dict[str, May] = {
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
    "people.Person.screen_name": sees_name,
    "promises.Checked.saw": lambda who, row: sees_promise(who, row.delivered.promise),
    "promises.Delivered.evidence": lambda who, row: (
        who in (row.promise.lived_owner, row.promise.service_owner)
    ),
    "promises.Reopened.why": lambda who, row: sees_promise(who, row.delivered.promise),
    "promises.Verdict.words": sees_verdict_words,
    "voice.Use.where": lambda who, row: (
        holds(who, row.story.area_id, "coordinator", "moderator") or tells(who, row.story)
    ),
}
"""Who may meet which field, said plainly. Public fields need no line; any other field is for nobody."""


def strangers(
    world: World, who: str, planted: dict[str, Canary], may_see: Mapping[str, May] = MAY_SEE
) -> list[str]:
    """A sentence for each marker that this person met and should not have."""
    person = None if who == "nobody" else world.n.people[who]
    classed, found = classed_fields(), []
    for path, answer in crawl(world, who):
        whole = answer.content.decode() + str(dict(answer.headers)) + path
        for marker in {*MARKER.findall(whole), *DIGEST.findall(whole)} & planted.keys():
            canary = planted[marker]
            if classed[canary.field].level == Level.PUBLIC:
                continue
            may = may_see.get(canary.field, lambda _who, _row: False)
            if not may(person, canary.row):
                found.append(f"{who} met {canary.field} on {path}")
    return sorted(set(found))


@pytest.mark.parametrize("who", WHO)
def test_nobody_meets_what_is_not_theirs(who: str, world: World) -> None:
    with transaction.atomic():
        assert strangers(world, who, plant()) == []
        transaction.set_rollback(True)


def test_the_crawl_bites(world: World) -> None:
    """A door left open is met: with Jo's desk for nobody's eyes, Jo herself would be a stranger there."""
    with transaction.atomic():
        planted = plant()
        shut = {name: may for name, may in MAY_SEE.items() if not name.startswith("messages.")}
        met = strangers(world, "jo", planted, shut)
        transaction.set_rollback(True)
    assert any("messages.WayBack" in one for one in met)
