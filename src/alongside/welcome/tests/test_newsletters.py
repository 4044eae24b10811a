"""A newsletter goes once, to whoever said yes, in their own way; and there is a list of what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.journal.models import Event
from alongside.messages.deliver import deliver_due
from alongside.messages.models import Gone, Message
from alongside.people.demo import Netherby
from alongside.people.models import Member, Person
from alongside.welcome.joining import belonging
from alongside.welcome.models import Newsletter, Posted
from alongside.welcome.newsletters import handing_out
from alongside.welcome.newsletters.errors import SeenOther
from alongside.welcome.newsletters.handing_out import hand_out

WORDS = {"subject": "News in spring", "words": "We have a new room.\nCome and see it."}


@pytest.fixture(autouse=True)
def _today(now: datetime, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VAR, settings.OUTBOX = tmp_path, "folder"
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def letter(netherby: Netherby, now: datetime) -> Newsletter:
    return Newsletter.write(netherby.forum, **WORDS, by=netherby.jo, at=now)


def mails() -> set[str]:
    return {str(message.person) for message in Message.objects.filter(kind="newsletter")}


def test_jo_writes_looks_over_and_presses_once(client_of: Callable[..., Client], netherby: Netherby) -> None:
    browser = client_of(netherby.jo)
    page = browser.post("/netherby/newsletters/", WORDS, follow=True)
    assert "6 members have said that we may write" in page.content.decode()
    letter = Newsletter.objects.get()
    for _ in range(2):
        path = f"/netherby/newsletters/{letter.pk}/posting/"
        assert browser.post(path, {"seen": letter.mark}).status_code == 302
    assert Posted.objects.count() == 1
    assert Event.objects.filter(what="newsletter.posted").count() == 1
    hand_out(netherby.jo.joined_at)
    assert "to 6 members" in browser.get("/netherby/newsletters/").content.decode()


def test_it_goes_once_to_each_who_said_yes(letter: Newsletter, netherby: Netherby, now: datetime) -> None:
    Member.objects.get(person=netherby.owen).may_write(False, now)
    Member.objects.get(person=netherby.ellis).leave(now)
    letter.post(netherby.jo, now, seen=letter.mark)
    assert hand_out(now) == 4
    assert hand_out(now) == 0
    assert mails() == {"Asha", "Cara", "Gwen", "Jo"}
    assert Posted.objects.get().many == 4


def test_some_at_a_time_and_nobody_twice(
    letter: Newsletter, netherby: Netherby, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_out, "SOME", 2)
    letter.post(netherby.jo, now, seen=letter.mark)
    assert [hand_out(now) for _ in range(5)] == [2, 2, 2, 0, 0]
    assert Message.objects.filter(kind="newsletter").count() == 6


def test_whoever_joins_afterwards_does_not_get_it(
    letter: Newsletter, netherby: Netherby, now: datetime
) -> None:
    letter.post(netherby.jo, now, seen=letter.mark)
    late = Person.join("Late", area=netherby.area, at=now, email="late@home.example")
    Member.join(late, netherby.forum, now + timedelta(minutes=1), may_contact=True)
    hand_out(now + timedelta(minutes=2))
    assert "Late" not in mails()


def test_quiet_hours_are_kept(letter: Newsletter, netherby: Netherby, now: datetime) -> None:
    night = now.replace(hour=22)
    letter.post(netherby.jo, night, seen=letter.mark)
    hand_out(night)
    assert Message.objects.get(kind="newsletter", person=netherby.cara).due_at == night + timedelta(hours=10)


def test_who_stops_it_in_the_night_does_not_get_what_waits(
    letter: Newsletter, netherby: Netherby, now: datetime
) -> None:
    night = now.replace(hour=22)
    letter.post(netherby.jo, night, seen=letter.mark)
    hand_out(night)
    belonging.stop(Member.objects.get(person=netherby.cara), night)
    assert Message.objects.get(person=netherby.cara).gone.how == Gone.How.CANCELLED


def test_a_mail_program_finds_the_way_out(
    letter: Newsletter, netherby: Netherby, now: datetime, tmp_path: Path
) -> None:
    letter.post(netherby.jo, now, seen=letter.mark)
    hand_out(now)
    deliver_due(now)
    mail = message_from_bytes(next((tmp_path / "outbox").glob("*.eml")).read_bytes())
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = "".join(mail["List-Unsubscribe"].split()).strip("<>")
    assert "/netherby/newsletters/stop/" in address
    assert address in mail.get_payload()
    path = "/" + address.split("/", 3)[3]
    assert Client().post(path, {"List-Unsubscribe": "One-Click"}).status_code == 302
    assert Member.objects.filter(may_contact=False, forum=netherby.forum).count() == 1


def test_what_was_looked_over_is_what_goes_out(letter: Newsletter, netherby: Netherby, now: datetime) -> None:
    seen = letter.mark
    letter.change("Other news", "Other words.", netherby.jo)
    with pytest.raises(SeenOther):
        letter.post(netherby.jo, now, seen=seen)


def test_nothing_goes_where_nobody_said_yes(
    client_of: Callable[..., Client], letter: Newsletter, netherby: Netherby
) -> None:
    Member.objects.update(may_contact=False)
    path = f"/netherby/newsletters/{letter.pk}/posting/"
    answer = client_of(netherby.jo).post(path, {"seen": letter.mark})
    assert answer.status_code == 422
    assert "Nobody has said yet that we may write" in answer.content.decode()


def test_words_that_went_out_do_not_change(
    client_of: Callable[..., Client], letter: Newsletter, netherby: Netherby, now: datetime
) -> None:
    letter.post(netherby.jo, now, seen=letter.mark)
    answer = client_of(netherby.jo).post(f"/netherby/newsletters/{letter.pk}/", {**WORDS, "words": "No."})
    assert answer.status_code == 422
    letter.refresh_from_db()
    assert letter.words == WORDS["words"]
    assert client_of(netherby.dev).get(f"/netherby/newsletters/{letter.pk}/").status_code == 404
