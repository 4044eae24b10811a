"""A person can be forgotten; what stands on them stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.test import Client

from alongside.journal.models import Detail, Event, record
from alongside.journal.verify import faults
from alongside.people.models import ContactProfile, Person
from alongside.people.persons import BLANK
from alongside.people.viewer import Viewer


def test_who_it_was_is_gone_and_the_row_stays(gwen: Person, jo: Person, now: datetime) -> None:
    gwen.blank(now, jo)

    again = Person.objects.get(pk=gwen.pk)
    assert (again.screen_name, again.email, again.phone, again.age_band) == (BLANK, None, None, "")
    assert not again.is_active
    assert not ContactProfile.objects.filter(person=again).exists()
    assert not Viewer(again).roles
    assert not again.memberships.filter(left_at=None).exists()


def test_the_journal_forgets_the_name_and_stays_whole(asha: Person, jo: Person, now: datetime) -> None:
    with transaction.atomic():
        record("thing.done", area_id=asha.area_id, about=jo, at=now, by=asha)
        record("thing.done", area_id=asha.area_id, about=asha, at=now, by=jo, words="Asha asked")

    asha.blank(now, jo)

    assert not [d for d in Detail.objects.all() if "Asha" in f"{d.by} {d.body}"]
    assert Event.objects.filter(what="person.blanked").count() == 1
    assert list(faults()) == []


def test_blanking_oneself_leaves_no_name(asha: Person, now: datetime) -> None:
    asha.blank(now, asha)

    assert Detail.objects.get(event__what="person.blanked").by == ""


def test_blanking_twice_changes_nothing(asha: Person, jo: Person, now: datetime) -> None:
    asha.blank(now, jo)
    asha.blank(now + timedelta(days=1), jo)

    assert asha.blanked_at == now
    assert Event.objects.filter(what="person.blanked").count() == 1


def test_an_open_session_ends(asha: Person, now: datetime) -> None:
    client = Client()
    client.force_login(asha)

    asha.blank(now)

    assert not client.get("/sign-in/").wsgi_request.user.is_authenticated
