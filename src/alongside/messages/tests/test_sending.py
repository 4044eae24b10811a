"""What is due leaves once; what does not work is tried again, and after some days shown to a human."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.core import mail

from alongside.messages import transports
from alongside.messages.deliver import (
    ITS_LONGEST,
    LEASE,
    PATIENCE,
    PAUSE,
    WAITS,
    came_back,
    claim,
    deliver_due,
)
from alongside.messages.models import Attempt, Channel, Gone, Message, WayBack
from alongside.people.models import ContactProfile, Person
from alongside.people.viewer import Viewer

Tell = Callable[..., Message]


class Broken(transports.Transport):
    """A mail server that has a bad day; its errors name the address, as real ones do."""

    carries: ClassVar = frozenset({Channel.EMAIL})
    error: Exception = OSError(111, "Connection refused by asha@netherby.example")

    def send(self, envelope: transports.Envelope) -> None:  # noqa: ARG002 - a transport's
        raise self.error


@pytest.fixture
def broken(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Broken:
    """From now on sending does not work."""
    monkeypatch.setitem(transports.KINDS, "broken", Broken)
    settings.OUTBOX = "broken"
    only = transports.chosen()[0]
    assert isinstance(only, Broken)
    return only


def files(folder: Path) -> list[Path]:
    """What lies in the outbox."""
    return sorted(folder.iterdir()) if folder.exists() else []


def test_an_email_becomes_a_file_that_a_person_can_read(
    asha: Person, tell: Tell, now: datetime, outbox: Path
) -> None:
    message = tell(person=asha, subject="“Letters”", body="Ten days’ notice.\n\nFrom Zoë")

    assert deliver_due(now) == 1

    (file,) = files(outbox)
    assert file.name == f"2026-03-12-test-{message.pk}.eml"
    text = file.read_text(encoding="utf-8")
    assert "To: asha@netherby.example\n" in text
    assert "Subject: “Letters”\n" in text
    assert f"Message-ID: <{message.pk}@" in text
    assert "Ten days’ notice.\n\nFrom Zoë" in text
    assert file.stat().st_mode & 0o077 == 0


def test_a_text_becomes_a_file(asha: Person, tell: Tell, now: datetime, outbox: Path) -> None:
    tell(person=asha, channel=Channel.TEXT)

    deliver_due(now)

    assert files(outbox)[0].read_text().startswith("To: +441632960101\n\nLetters go")


def test_what_has_gone_does_not_go_again(asha: Person, tell: Tell, now: datetime, outbox: Path) -> None:
    message = tell(person=asha)

    assert deliver_due(now) == 1
    assert deliver_due(now + timedelta(days=1)) == 0
    assert (message.gone.how, message.gone.at) == (Gone.How.SENT, now)
    assert len(files(outbox)) == 1


def test_what_is_not_due_waits(asha: Person, tell: Tell, now: datetime) -> None:
    tell(person=asha, due_at=now + timedelta(hours=1))

    assert deliver_due(now) == 0
    assert deliver_due(now + timedelta(hours=1)) == 1


def test_calls_and_letters_wait_for_a_human(asha: Person, tell: Tell, now: datetime) -> None:
    tell(person=asha, channel=Channel.CALL)
    tell(person=asha, channel=Channel.LETTER)

    assert deliver_due(now) == 0
    assert not Gone.objects.exists()


def test_the_console_prints_it(
    asha: Person, tell: Tell, now: datetime, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.OUTBOX = "console"
    tell(person=asha)

    deliver_due(now)

    assert "E-mail to asha@netherby.example: About the letters\nLetters go" in capsys.readouterr().out


def test_by_smtp_it_carries_our_message_id(asha: Person, tell: Tell, now: datetime, settings: Any) -> None:
    settings.OUTBOX = "smtp"
    settings.PUBLIC_ADDRESS = "https://alongside.example"
    message = tell(person=asha)

    deliver_due(now)

    (sent,) = mail.outbox
    assert sent.to == ["asha@netherby.example"]
    assert sent.extra_headers["Message-ID"] == f"<{message.pk}@alongside.example>"


def test_several_transports_each_take_what_they_carry(
    asha: Person, tell: Tell, now: datetime, settings: Any, outbox: Path
) -> None:
    settings.OUTBOX = "smtp, folder"
    tell(person=asha, channel=Channel.EMAIL)
    tell(person=asha, channel=Channel.TEXT)

    assert deliver_due(now) == 2

    assert len(mail.outbox) == 1
    assert [file.suffix for file in files(outbox)].count(".txt") == 1


def test_a_secret_is_emptied_once_it_has_gone(asha: Person, tell: Tell, now: datetime) -> None:
    message = tell(person=asha, secret=True)

    deliver_due(now)

    message.refresh_from_db()
    assert message.body == ""


def test_what_nobody_waits_for_any_more_never_leaves(
    asha: Person, tell: Tell, now: datetime, outbox: Path
) -> None:
    message = tell(person=asha, secret=True, useless_at=now + timedelta(minutes=15))

    deliver_due(now + timedelta(minutes=15))

    message.refresh_from_db()
    assert (message.gone.how, message.body) == (Gone.How.LATE, "")
    assert not files(outbox)


def test_what_does_not_work_is_tried_again_later_and_later(
    asha: Person, tell: Tell, now: datetime, broken: Broken
) -> None:
    message = tell(person=asha)
    at = now
    for wait in WAITS:
        assert deliver_due(at) == 1
        assert deliver_due(at + wait - timedelta(seconds=1)) == 0
        at += wait

    assert not Gone.objects.exists()
    deliver_due(at)

    message.refresh_from_db()
    assert message.gone.how == Gone.How.FAILED
    assert message.attempts.count() == len(WAITS) + 1
    assert timedelta(days=2) < at - now < timedelta(days=4)


def test_a_server_that_comes_back_gets_it(
    asha: Person, tell: Tell, now: datetime, broken: Broken, settings: Any, outbox: Path
) -> None:
    message = tell(person=asha)
    deliver_due(now)

    settings.OUTBOX = "folder"
    deliver_due(now + WAITS[0])

    assert message.gone.how == Gone.How.SENT
    assert len(files(outbox)) == 1


def test_neither_the_log_nor_the_desk_says_the_address(
    asha: Person, tell: Tell, now: datetime, broken: Broken, caplog: pytest.LogCaptureFixture
) -> None:
    tell(person=asha)

    deliver_due(now)

    assert Attempt.objects.get().error == "ConnectionRefusedError 111"
    assert "was not sent" in caplog.text
    assert str(Message.objects.get().pk) not in caplog.text
    assert "asha" not in caplog.text.lower()


def test_one_that_does_not_work_does_not_hold_up_the_others(
    asha: Person, ben: Person, tell: Tell, now: datetime, outbox: Path
) -> None:
    asha.email = None
    asha.save()
    lost = tell(person=asha, channel=Channel.EMAIL)
    tell(person=ben)

    deliver_due(now)

    assert (lost.gone.how, lost.gone.why) == (Gone.How.FAILED, "we have no address for it")
    assert len(files(outbox)) == 1


def test_an_address_that_the_server_refuses_is_given_up_at_once(
    asha: Person, tell: Tell, now: datetime, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OUTBOX = "smtp"
    refused = smtplib.SMTPRecipientsRefused({"asha@netherby.example": (550, b"No asha@netherby.example")})
    monkeypatch.setattr("alongside.messages.transports.smtp.EmailMessage.send", raising(refused))
    message = tell(person=asha)

    deliver_due(now)

    assert message.gone.how == Gone.How.FAILED
    assert "550" in message.gone.why
    assert "asha" not in message.gone.why


def test_a_busy_server_is_asked_again(
    asha: Person, tell: Tell, now: datetime, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OUTBOX = "smtp"
    busy = smtplib.SMTPRecipientsRefused({"asha@netherby.example": (450, b"later")})
    monkeypatch.setattr("alongside.messages.transports.smtp.EmailMessage.send", raising(busy))
    tell(person=asha)

    deliver_due(now)

    assert not Gone.objects.exists()


def test_what_could_not_be_sent_comes_to_the_desk(
    asha: Person, jo: Person, tell: Tell, now: datetime, broken: Broken
) -> None:
    broken.error = transports.Never("nobody is there")
    message, secret = tell(person=asha), tell(person=asha, secret=True)
    code = tell(person=asha, secret=True, useless_at=now + timedelta(minutes=15))

    deliver_due(now)

    to_do = Message.objects.to_do(Viewer(jo))
    assert message in to_do
    assert to_do.get(pk=secret.pk).body == ""
    assert code not in to_do
    Broken.error = OSError(111, "")


def test_a_killed_workers_claim_runs_out(asha: Person, tell: Tell, now: datetime, outbox: Path) -> None:
    message = tell(person=asha)
    assert claim(message, now)  # and then the machine lost its power

    assert deliver_due(now + LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(now + LEASE) == 1
    assert message.gone.how == Gone.How.SENT


def test_a_message_that_kills_every_worker_is_given_up(
    asha: Person, tell: Tell, now: datetime, broken: Broken
) -> None:
    message = tell(person=asha)
    at = now
    for _ in WAITS:
        assert claim(Message.objects.get(pk=message.pk), at)
        at += LEASE

    deliver_due(at)

    assert message.gone.how == Gone.How.FAILED


def test_what_was_cancelled_on_its_way_has_gone_all_the_same(
    asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = tell(person=asha, key="k")

    def cancelled_meanwhile(_envelope: transports.Envelope) -> None:
        Message.objects.get(key="k").let_go(Gone.How.CANCELLED, now, why="not needed")

    monkeypatch.setattr("alongside.messages.transports.send", cancelled_meanwhile)
    deliver_due(now)

    assert Message.objects.get(pk=message.pk).gone.how == Gone.How.SENT


def test_who_left_meanwhile_is_not_written_to(asha: Person, tell: Tell, now: datetime, outbox: Path) -> None:
    message = tell(person=asha)
    asha.blank(now)

    deliver_due(now)

    assert message.gone.how == Gone.How.CANCELLED
    assert not files(outbox)


def test_a_way_back_of_a_person_leads_to_their_own_address(
    asha: Person, tell: Tell, now: datetime, outbox: Path
) -> None:
    way_back, _token = WayBack.open_new(area=asha.area, channel=Channel.EMAIL, person=asha)
    ContactProfile.objects.filter(person=asha).update(quiet_from=None)
    tell(way_back=way_back)

    deliver_due(now)

    assert "To: asha@netherby.example" in files(outbox)[0].read_text()


def raising(error: Exception) -> Callable[..., None]:
    """Something that only ever raises this."""

    def send(*_args: Any, **_kwargs: Any) -> None:
        raise error

    return send


def test_what_comes_back_waits_for_a_human_unless_one_was_there_first(
    asha: Person, jo: Person, tell: Tell, now: datetime, outbox: Path
) -> None:
    back, done = tell(person=asha), tell(person=asha)
    deliver_due(now)
    assert back.gone.how == Gone.How.SENT
    for message in (back, done):
        came_back(message, now + timedelta(hours=1), "550")
    done.tick(jo, now + timedelta(hours=2))
    came_back(done, now + timedelta(hours=3), "550")
    assert list(Message.objects.to_do(Viewer(jo))) == [back]
    assert Message.objects.get(pk=done.pk).gone.how == Gone.How.BY_HAND


@pytest.mark.parametrize("bad", [1, 2, 4])
def test_some_that_a_server_puts_off_again_and_again_let_the_others_go(
    asha: Person, tell: Tell, now: datetime, outbox: Path, monkeypatch: pytest.MonkeyPatch, bad: int
) -> None:
    """Such a server looks as if it were closed for all; whoever asks next finds that it is not."""
    unwanted = [tell(person=asha, at=now - timedelta(minutes=1)) for _ in range(bad)]
    others = [tell(person=asha) for _ in range(3)]
    put_off(unwanted, monkeypatch)

    deliver_due(now)
    assert not files(outbox)
    for turn in range(1, 19):
        deliver_due(now + turn * PAUSE)

    assert len(files(outbox)) == len(others)
    assert not Gone.objects.filter(message__in=unwanted).exists()


def test_a_week_is_counted_from_when_its_way_was_found_closed(
    asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that was off for longer does not give up what it has never tried."""
    message, began = tell(person=asha), now + 2 * PATIENCE
    put_off([message], monkeypatch)

    for at in (began, began + PATIENCE - PAUSE):
        deliver_due(at)
        assert not Gone.objects.exists()
    deliver_due(began + PATIENCE + ITS_LONGEST)

    message.refresh_from_db()
    assert message.gone.how == Gone.How.FAILED
    assert message.waits_since is None


def put_off(
    unwanted: list[Message], monkeypatch: pytest.MonkeyPatch, why: type[Exception] = transports.Closed
) -> None:
    """From now on the other side says “not now” to these."""
    sends, known = transports.send, {message.pk for message in unwanted}

    def picky(envelope: transports.Envelope) -> None:
        if envelope.id in known:
            raise why("421")
        sends(envelope)

    monkeypatch.setattr(transports, "send", picky)
