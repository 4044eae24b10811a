"""A message is said once, by the way the reader likes, and never at night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.messages.say import cancel, link, unsaid
from alongside.people.demo import Netherby
from alongside.people.models import ContactProfile, Person

Tell = Callable[..., Message]


def likes(person: Person, **profile: Any) -> None:
    """Change how somebody wants to be reached."""
    ContactProfile.objects.filter(person=person).update(**profile)


def test_the_same_key_gives_the_message_that_is_there(asha: Person, ben: Person, tell: Tell) -> None:
    first = tell(key="promise:1:due", person=asha, body="first")
    second = tell(key="promise:1:due", person=ben, body="second")

    assert first == second
    assert Message.objects.get().body == "first"


@pytest.mark.parametrize(
    ("channels", "used"),
    [
        (["email", "text"], Channel.EMAIL),
        (["text", "email"], Channel.TEXT),
        (["call"], Channel.CALL),
        (["letter", "email"], Channel.LETTER),
        (["in person", "email"], Channel.EMAIL),
        (["in person"], Channel.CALL),
        (["link", "pigeon"], Channel.CALL),
        ([], Channel.CALL),
    ],
)
def test_it_goes_by_the_first_way_on_the_readers_list(
    asha: Person, tell: Tell, channels: list[str], used: Channel
) -> None:
    likes(asha, channels=channels, post_address="1 Beck Lane, Netherby")

    assert tell(person=asha).channel == used


def test_a_way_without_an_address_is_passed_over(asha: Person, tell: Tell) -> None:
    asha.email = None
    asha.save()
    likes(asha, channels=["email", "letter", "text"])

    assert tell(person=asha).channel == Channel.TEXT


def test_a_way_that_nothing_here_can_go_is_passed_over(asha: Person, tell: Tell, settings: Any) -> None:
    settings.OUTBOX = "smtp"
    likes(asha, channels=["text", "call"])

    assert tell(person=asha).channel == Channel.CALL


def test_a_way_back_is_used_as_it_is(netherby: Netherby, tell: Tell) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.TEXT, address="07700 900123")

    assert tell(way_back=way_back).channel == Channel.TEXT


def test_a_message_needs_a_reader(tell: Tell) -> None:
    with pytest.raises(ValueError, match="one reader"):
        tell()


def test_a_subject_is_one_line(asha: Person, tell: Tell) -> None:
    message = tell(person=asha, subject="About\r\nBcc: all@example.org\n the letters " + "x" * 300)

    assert message.subject.startswith("About Bcc: all@example.org the letters x")
    assert len(message.subject) == 200


def test_nothing_goes_in_quiet_hours(asha: Person, tell: Tell, now: datetime) -> None:
    late = now.replace(hour=22, minute=30)

    assert tell(person=asha, at=late).due_at == datetime(2026, 3, 13, 8, tzinfo=UTC)
    assert tell(person=asha, due_at=late).due_at == datetime(2026, 3, 13, 8, tzinfo=UTC)
    assert tell(person=asha).due_at == now


def test_quiet_hours_are_by_the_clock_on_the_wall(asha: Person, tell: Tell, now: datetime) -> None:
    summer = datetime(2026, 7, 1, 20, 30, tzinfo=UTC)  # half past nine in Netherby

    assert tell(person=asha, due_at=summer).due_at == datetime(2026, 7, 2, 7, tzinfo=UTC)


def test_a_secret_that_is_waited_for_goes_at_once(asha: Person, tell: Tell, now: datetime) -> None:
    late = now.replace(hour=23)

    soon = late + timedelta(minutes=15)
    assert tell(person=asha, at=late, secret=True, useless_at=soon).due_at == late


def test_a_warning_goes_at_once(asha: Person, tell: Tell, now: datetime) -> None:
    late = now.replace(hour=23)

    assert tell(person=asha, at=late, warns=True).due_at == late


def test_a_secret_that_nobody_waits_for_keeps_the_quiet_hours(
    asha: Person, tell: Tell, now: datetime
) -> None:
    late = now.replace(hour=23)

    assert tell(person=asha, at=late, secret=True).due_at > late


@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.CALL])
def test_nobody_is_woken_who_never_told_us_their_quiet_hours(
    netherby: Netherby, tell: Tell, now: datetime, channel: Channel
) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=channel, address="07700 900123")

    assert tell(way_back=way_back, due_at=now.replace(hour=23)).due_at.hour == 8


def test_an_email_to_a_way_back_and_a_letter_wake_nobody(
    netherby: Netherby, tell: Tell, now: datetime
) -> None:
    late = now.replace(hour=23)
    for channel, address in ((Channel.EMAIL, "a@b.example"), (Channel.LETTER, "1 Beck Lane")):
        way_back, _token = WayBack.open_new(area=netherby.area, channel=channel, address=address)
        due = tell(way_back=way_back, due_at=late).due_at
        assert due.date() == late.date()
        assert due <= late


def test_what_is_due_now_is_not_of_the_past_though_its_day_began_long_ago(
    netherby: Netherby, tell: Tell
) -> None:
    """The day on which the clocks go back has 25 hours."""
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.EMAIL, address="a@b.example")
    with time_machine.travel(datetime(2026, 10, 25, 23, 50, tzinfo=UTC), tick=False):
        told = tell(way_back=way_back, at=datetime(2026, 10, 24, 23, tzinfo=UTC), due_at=timezone.now())

    assert not hasattr(told, "gone")


def test_one_question_finds_what_was_not_said(
    asha: Person, tell: Tell, django_assert_num_queries: Any
) -> None:
    tell(person=asha, key="a")
    with django_assert_num_queries(1):
        assert unsaid(["a", "b", "c"]) == {"b", "c"}


def test_what_is_for_a_secret_link_is_there_at_once(netherby: Netherby, tell: Tell) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.LINK)

    message = tell(way_back=way_back)

    assert message.gone.how == Gone.How.KEPT
    assert message.body


@pytest.mark.parametrize("channels", [["email"], ["text"], ["call"], ["letter"]])
def test_what_is_said_about_the_past_never_leaves(
    asha: Person, tell: Tell, now: datetime, channels: list[str]
) -> None:
    likes(asha, channels=channels, post_address="1 Beck Lane")

    gone = tell(person=asha, at=now - timedelta(days=2)).gone

    assert (gone.how, gone.why) == (Gone.How.LATE, "said in the demo’s past")


def test_what_was_said_an_hour_ago_still_leaves(asha: Person, tell: Tell, now: datetime) -> None:
    assert not hasattr(tell(person=asha, at=now - timedelta(hours=23)), "gone")


def test_who_has_left_is_not_written_to(asha: Person, tell: Tell, now: datetime) -> None:
    asha.blank(now)

    assert tell(person=asha).gone.how == Gone.How.CANCELLED


def test_what_is_not_needed_any_more_never_leaves(asha: Person, tell: Tell, now: datetime) -> None:
    message = tell(person=asha, key="promise:1:due", secret=True)

    cancel("promise:1:due", at=now, why="it is done")
    cancel("promise:1:due", at=now + timedelta(days=1), why="again")
    cancel("never said", at=now, why="nothing happens")

    message.refresh_from_db()
    assert (message.gone.how, message.gone.why, message.gone.at) == ("cancelled", "it is done", now)
    assert message.body == ""


def test_a_link_leads_to_the_address_we_set_never_to_the_requests(settings: Any) -> None:
    settings.PUBLIC_ADDRESS = "https://alongside.example"

    assert link("/my/") == "https://alongside.example/my/"
