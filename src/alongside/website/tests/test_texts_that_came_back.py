"""The gateway says later that a text never arrived: signed, it becomes a task; unsigned, it is nothing."""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from alongside.messages.deliver import deliver_due
from alongside.messages.models import Channel, Gone, Message
from alongside.messages.say import say
from alongside.people.demo import Netherby
from alongside.people.viewer import Viewer
from alongside.website.views.reports import FORGED

SECRET = "a-secret-of-thirty-two-letters-or-more"
WHERE = "/messages/came-back/"


@pytest.fixture(autouse=True)
def _today(now: datetime, settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.VAR, settings.OUTBOX, settings.SMS_SECRET = tmp_path, "folder", SECRET
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def text(netherby: Netherby, now: datetime) -> Message:
    """A text that has gone to Asha."""
    about = {"key": "news", "kind": "news", "subject": "News", "body": "The letters come."}
    message = say(**about, at=now, area=netherby.area, person=netherby.asha, channel=Channel.TEXT)
    deliver_due(now)
    return message


def posts(said: Any, *, secret: str = SECRET, signature: str | None = None) -> HttpResponse:
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    mark = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    head = {"X-Alongside-Signature": mark if signature is None else signature}
    browser = Client(enforce_csrf_checks=True)
    return browser.post(WHERE, body, content_type="application/json", headers=head)


def how(message: Message) -> str:
    return Gone.objects.get(message=message).how


@pytest.mark.parametrize("status", ["no-such-number", "failed"])
def test_a_number_that_does_not_exist_ends_as_a_task_for_a_human(
    text: Message, netherby: Netherby, status: str
) -> None:
    assert how(text) == Gone.How.SENT
    for _ in "twice":
        assert posts({"id": str(text.pk), "status": status}).status_code == 204
    assert how(text) == Gone.How.FAILED
    assert text.attempts.count() == 1
    assert list(Message.objects.to_do(Viewer(netherby.jo))) == [text]


def test_what_somebody_has_done_meanwhile_stays_done(
    text: Message, netherby: Netherby, now: datetime
) -> None:
    posts({"id": str(text.pk), "status": "failed"})
    text.refresh_from_db()
    text.tick(netherby.jo, now)
    posts({"id": str(text.pk), "status": "failed"})
    assert how(text) == Gone.How.BY_HAND


def test_good_news_changes_nothing(text: Message) -> None:
    assert posts({"id": str(text.pk), "status": "delivered"}).status_code == 204
    assert how(text) == Gone.How.SENT


@pytest.mark.parametrize("signature", ["", "sha256=", "sha256=00", "sha256=\u00e9", "md5=1"])
def test_without_our_signature_nothing_changes(text: Message, signature: str) -> None:
    assert posts({"id": str(text.pk), "status": "failed"}, signature=signature).status_code == 403
    assert how(text) == Gone.How.SENT


def test_a_signature_by_another_secret_or_of_another_body_is_none(text: Message) -> None:
    said = {"id": str(text.pk), "status": "failed"}
    assert posts(said, secret="another").status_code == 403
    other = hmac.new(SECRET.encode(), b"{}", hashlib.sha256).hexdigest()
    assert posts(said, signature=f"sha256={other}").status_code == 403


def test_where_no_secret_is_set_nobody_can_sign(text: Message, settings: Any) -> None:
    settings.SMS_SECRET = ""
    assert posts({"id": str(text.pk), "status": "failed"}, secret="").status_code == 403


@pytest.mark.parametrize(
    "said", [b"", b"no", b"[]", b"{}", b'"x"', b'{"id": "1", "status": "failed"}', b"\xff"]
)
def test_what_is_no_report_is_refused_kindly(text: Message, said: bytes) -> None:
    answer = posts(said)
    assert answer.status_code == 400
    assert "We cannot read this report" in answer.content.decode()


def test_an_id_that_is_no_text_is_passed_over(netherby: Netherby, now: datetime) -> None:
    mail = say(key="m", kind="m", subject="M", body="M.", at=now, area=netherby.area, person=netherby.asha)
    deliver_due(now)
    for pk in (mail.pk, uuid.uuid4()):
        assert posts({"id": str(pk), "status": "failed"}).status_code == 204
    assert how(mail) == Gone.How.SENT


def test_who_guesses_is_stopped_and_the_gateway_is_not(text: Message) -> None:
    forged: Callable[[], int] = lambda: posts({}, signature="sha256=00").status_code  # noqa: E731
    assert [forged() for _ in range(FORGED.most)] == [403] * FORGED.most
    assert forged() == 429
    assert posts({"id": str(text.pk), "status": "failed"}).status_code == 204


def test_a_report_that_is_quicker_than_our_own_note_stands(
    netherby: Netherby, now: datetime, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    from alongside.messages import transports

    class Quick(transports.Transport):
        carries = frozenset({Channel.TEXT})

        def send(self, envelope: transports.Envelope) -> None:
            posts({"id": str(envelope.id), "status": "no-such-number"})

    monkeypatch.setitem(transports.KINDS, "quick", Quick)
    settings.OUTBOX = "quick"
    about = {"key": "q", "kind": "news", "subject": "News", "body": "The letters come."}
    message = say(**about, at=now, area=netherby.area, person=netherby.asha, channel=Channel.TEXT)
    deliver_due(now)
    assert how(message) == Gone.How.FAILED
