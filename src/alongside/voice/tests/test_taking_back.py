"""What she allowed she can take back; what others have read by then we cannot unsay, and say so."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.documents.models import Version
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.errors import Refused
from alongside.people.models import Person
from alongside.voice.demo import Tale, moderate, tell_story
from alongside.voice.errors import NotAllowed, NotForYou
from alongside.voice.links import tellers_of
from alongside.voice.models import Consent, Publication, Story, Use, Withdrawal
from alongside.voice.publishing import end_publications

Told = Callable[..., Story]


@pytest.fixture
def public(netherby: Netherby, told: Told, now: datetime) -> Story:
    story = told(uses=["service", "publish"], who="cara", channel="mine")
    moderate(netherby, story, now)
    story.publish(netherby.gwen, now)
    return Story.objects.get()


def test_published_only_with_her_word_and_by_the_forum(netherby: Netherby, told: Told, now: datetime) -> None:
    kept = told(uses=["service"])
    moderate(netherby, kept, now)
    with pytest.raises(NotAllowed):
        kept.publish(netherby.gwen, now)
    with pytest.raises(NotForYou):
        kept.publish(netherby.priya, now)


def test_what_is_too_serious_is_not_shown_to_everyone(netherby: Netherby, told: Told, now: datetime) -> None:
    story = told(uses=["publish"])
    moderate(netherby, story, now, seriousness=4)
    with pytest.raises(Refused, match="too serious"):
        story.publish(netherby.jo, now)


def test_published_twice_is_once_and_she_is_told(netherby: Netherby, public: Story, now: datetime) -> None:
    public.publish(netherby.jo, now)
    assert Publication.objects.get().by == netherby.gwen
    assert Message.objects.filter(kind="published").count() == 1
    assert Client().get(f"/stories/{public.pk}/").status_code == 200


def test_she_takes_one_use_back(public: Story, cara: Person, priya: Person, client_of: Any) -> None:
    client_of(priya).get(f"/stories/{public.pk}/")
    for _ in range(2):
        client_of(cara).post(f"/stories/{public.pk}/consents/", {"take_back": "publish"})
    assert not Publication.objects.exists()
    assert Client().get(f"/stories/{public.pk}/").status_code == 404
    assert client_of(priya).get(f"/stories/{public.pk}/").status_code == 200
    assert Withdrawal.objects.get().cannot_recall == ["Shown to everyone on this site, March 2026"]


def test_she_takes_it_all_back_and_the_words_are_gone(
    netherby: Netherby, public: Story, now: datetime, client_of: Any
) -> None:
    story = Story.objects.get()
    for _ in range(2):
        story.withdraw(now)
    story = Story.objects.get()
    assert story.is_taken_back
    assert not Version.objects.filter(body__contains="letter").exists()
    for person in (None, netherby.gwen, netherby.jo, netherby.priya):
        assert client_of(person).get(f"/stories/{story.pk}/").status_code == 404
    assert (
        "taken back by its teller" in client_of(netherby.cara).get(f"/stories/{story.pk}/").content.decode()
    )
    assert not tellers_of([story]).exists()
    assert client_of(netherby.gwen).get("/netherby/readings/").content.decode().count("letter came") == 0


def test_by_the_secret_link_her_own_and_nobody_elses(netherby: Netherby, now: datetime) -> None:
    mine, token = tell_story(netherby, Tale(about="centre", days_ago=0, good="Kind."), now)
    other, _ = tell_story(netherby, Tale(about="centre", days_ago=0, good="Also."), now)
    page, client = f"/way-back/{token}/consents/", Client()
    assert client.post(page, {"story": str(other.pk), "take_back": "whole"}).status_code == 404
    assert client.post(page, {"story": "junk", "take_back": "whole"}).status_code == 404
    assert client.post(page, {"story": str(mine.pk), "take_back": "service"}).status_code == 302
    assert not mine.allows("service", now.date())
    assert client.post("/way-back/nowhere/consents/", {}).status_code == 404
    assert client.get(page).status_code == 405


def test_what_the_service_has_read_is_noted_once(
    public: Story, priya: Person, client_of: Any, now: datetime
) -> None:
    Publication.objects.all().delete()
    for _ in range(2):
        client_of(priya).get(f"/stories/{public.pk}/")
    assert Use.objects.filter(where="Read at Child Development Centre").count() == 1


def test_a_machine_that_opens_the_address_has_not_read_it_for_the_service(
    public: Story, jo: Person, now: datetime
) -> None:
    public.ask(jo, now)
    body = Message.objects.get(kind="asked").body
    page = next(word for word in body.split() if "/replies/" in word)
    read = Use.objects.filter(where__startswith="Read at")
    for look in (Client().get, Client().head):
        assert look(page).status_code == 200
    assert not read.exists()
    Client().post(page, {"key": str(uuid.uuid4()), "words": "Thank you.", "signed": "Priya"})
    assert read.count() == 1


def test_a_consent_runs_out_after_two_years(public: Story, now: datetime) -> None:
    later = now + timedelta(days=731)
    assert not public.allows("publish", later.date())
    assert end_publications(now) == 0
    assert end_publications(later) == 1


def test_her_name_runs_out_with_her_consent(public: Story, now: datetime) -> None:
    Consent.objects.filter(story=public).update(named=Consent.Named.FIRST, name="Cara")
    later = (now + timedelta(days=731)).date()
    assert public.by_line("publish", now.date()) == "Cara"
    assert "Cara" not in public.by_line("publish", later)
