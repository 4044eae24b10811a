"""A promise follows from a decision, and has an owner on each side."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.groups.demo import opened
from alongside.groups.models import Seat
from alongside.journal.models import Event
from alongside.people.errors import PageUsed
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises import demo
from alongside.promises.errors import NotDecided, NotOnThatSide, NotSeated, SomethingMissing
from alongside.promises.models import Promise, Reason

from .conftest import DAY, messages


def test_a_promise_says_what_it_came_from(stage, decision, story):
    promise = stage("proposed")
    assert promise.reference == f"P-{promise.made_at.year}-001"
    reasons = Reason.objects.filter(promise=promise)
    assert {reason.decision_id for reason in reasons} == {decision.pk, None}
    assert {reason.story_id for reason in reasons} == {story.pk, None}
    assert Event.objects.filter(what="promise.made", about_id=promise.pk).exists()


def test_the_owner_there_is_asked_to_take_it_on(stage, priya):
    promise = stage("proposed")
    assert [message.person for message in messages(f"promise-accept:{promise.pk}")] == [priya]


def test_the_same_form_sent_twice_is_one_promise(stage):
    key = uuid4()
    assert stage("proposed", key=key) == stage("proposed", key=key)
    assert Promise.objects.count() == 1


def test_somebody_elses_form_is_refused(stage, netherby, decision, at):
    key = uuid4()
    stage("proposed", key=key)
    with pytest.raises(PageUsed):
        Promise.make(**_said(netherby, decision, at, by=netherby.cara), key=key)
    assert Promise.objects.count() == 1


def test_nothing_can_be_promised_before_it_is_decided(netherby, group, at):
    decision = opened(netherby, group, at)
    with pytest.raises(NotDecided):
        demo.proposed(netherby, decision, at)


@pytest.mark.parametrize("name", ["dev", "gwen", "jo"])
def test_only_who_sits_in_the_group_writes_it_down(netherby, decision, at, name):
    with pytest.raises(NotSeated):
        Promise.make(**_said(netherby, decision, at, by=netherby.people[name]))


def test_whoever_has_left_the_group_cannot(netherby, decision, at):
    Seat.objects.filter(person=netherby.cara).update(until=at)
    with pytest.raises(NotSeated):
        Promise.make(**_said(netherby, decision, at, by=netherby.cara))


@pytest.mark.parametrize("name", ["gwen", "jo", "ben"])
def test_the_owner_of_lived_experience_sits_for_it(netherby, decision, at, name):
    with pytest.raises(NotOnThatSide) as refused:
        Promise.make(**_said(netherby, decision, at, lived_owner=netherby.people[name]))
    assert refused.value.field == "lived_owner"


@pytest.mark.parametrize("name", ["ben", "cara", "dev"])
def test_the_owner_there_works_there(netherby, decision, at, name):
    with pytest.raises(NotOnThatSide) as refused:
        Promise.make(**_said(netherby, decision, at, service_owner=netherby.people[name]))
    assert refused.value.field == "service_owner"


def test_an_organisation_from_elsewhere_cannot_be_promised_for(netherby, decision, at):
    from alongside.people.models import Organisation

    council = Organisation.objects.get(name="Overfell Council")
    with pytest.raises(NotOnThatSide):
        Promise.make(**_said(netherby, decision, at, organisation=council))


def test_it_is_due_on_a_day_that_is_still_to_come(netherby, decision, at):
    with pytest.raises(SomethingMissing):
        Promise.make(**_said(netherby, decision, at, due_on=(at - DAY).date()))


def test_the_database_too_wants_two_owners(stage):
    promise = stage("proposed")
    promise.service_owner = promise.lived_owner
    with pytest.raises(IntegrityError), transaction.atomic():
        promise.save()


def test_until_someone_there_takes_it_on_it_is_not_public(stage, netherby):
    promise = stage("proposed")
    see = {name for name, who in netherby.people.items() if _sees(promise, Viewer(who))}
    assert see == {"asha", "owen", "cara", "ellis", "ben", "farah", "priya", "kit", "jo", "gwen"}
    assert not _sees(promise, NOBODY)
    promise.accept(netherby.priya, promise.made_at + DAY)
    assert _sees(promise, NOBODY)
    assert _sees(promise, Viewer(netherby.dev))


def _sees(promise, viewer) -> bool:
    return Promise.objects.visible_to(viewer).filter(pk=promise.pk).exists()


def _said(n, decision, at, **what):
    return {
        "decision": decision,
        "organisation": n.centre,
        "title": "Letters come in time",
        "body": "Ten days before.",
        "cornerstone": "communicate",
        "lived_owner": n.owen,
        "service_owner": n.priya,
        "due_on": (at + 28 * DAY).date(),
        "by": n.asha,
        "at": at,
        **what,
    }
