"""The demo's Netherby: the loop at every stage, nothing from the past leaves, and Jo has people to ring."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from alongside.groups.models import Decision, Objection, Stand, Taken
from alongside.messages.models import Channel, Gone, Message
from alongside.people.days import midnight
from alongside.people.demo import CAST, id_of
from alongside.people.demo_members import LEFT, MEMBERS, STAFF
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.promises.models import Answered, NotConfirmed, Promise, Reopened, Verdict
from alongside.promises.waiting import unanswered
from alongside.safety.models import Concern, Reading
from alongside.voice.models import Asked, Publication, Reply
from alongside.website.demo import strangers
from alongside.website.demo_town import Town
from alongside.website.whole import faults

STATES = {
    "Proposed, not yet taken on",
    "Proposed, no yes yet from those who live with it",
    "Promised",
    "Due in 5 days",
    "Due in 10 days",
    "Due today",
    "3 days late",
    "12 days late",
    "Done, not yet checked",
    "Done and checked, not yet heard if it helped",
    "Done and checked. Reviews show if it helped.",
    "Done and checked. Nobody left a way back, so nobody could be asked.",
    "Yes, this helped",
    "Partly",
    "Too soon to say",
    "No",
    "No, because…",
    "No: opened again",
    "Opened again",
    "Not confirmed",
}


def test_the_loop_stands_at_every_stage(town: Town) -> None:
    now = timezone.now()
    assert {promise.state(now).text for promise in Promise.objects.with_rounds()} == STATES
    assert Reading.objects.waiting().exists()
    assert Reading.objects.kept_back().exists()
    assert Asked.objects.silent(now).exists()
    assert Reply.objects.exists()
    assert Publication.objects.exists()
    assert Decision.objects.in_discussion().filter(wordings__agreements__isnull=False).exists()
    assert Objection.objects.filter(withdrawn=None, wording__decision__taken=None).exists()
    assert Stand.objects.filter(how=Stand.How.CONCERN, wording__taken__isnull=False).exists()
    assert Taken.objects.count() > 5
    assert set(Verdict.objects.values_list("answer", flat=True)) == {"yes", "partly", "no", "too-soon"}
    assert Reopened.objects.exists()
    assert Answered.objects.exists()
    assert unanswered().count() == 2
    assert NotConfirmed.objects.exists()
    assert Concern.objects.filter(acknowledged=None).exists()
    assert list(faults()) == []


def test_only_what_is_new_today_will_leave(town: Town) -> None:
    yesterday = midnight(timezone.now() - timedelta(days=1))  # what tellers did is kept without its hour
    assert not Message.objects.filter(said_at__lt=yesterday, gone=None).exists()
    by_machine = Gone.objects.filter(how=Gone.How.SENT)
    assert not by_machine.exists()


def test_jo_has_people_to_ring(town: Town) -> None:
    to_do = Message.objects.to_do(Viewer(town.n.jo))
    assert to_do.filter(channel=Channel.CALL).count() >= 2


def test_everyone_of_the_cast_is_there(town: Town) -> None:
    cast = Person.objects.filter(pk__in=map(id_of, CAST))
    assert {str(person) for person in cast} == set(CAST)


def test_nobody_is_there_whom_the_demo_did_not_make(town: Town) -> None:
    others = Person.objects.exclude(pk__in=map(id_of, CAST))
    assert {str(person) for person in others} == {*STAFF, *MEMBERS, *LEFT}
    assert not strangers()
    Person.join("Somebody real", area=town.n.area, at=town.today)
    assert strangers()


def test_a_second_time_it_changes_nothing(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    before = (Message.objects.count(), Promise.objects.count(), Person.objects.count())
    call_command("demo")
    assert "here already" in capsys.readouterr().out
    assert (Message.objects.count(), Promise.objects.count(), Person.objects.count()) == before
