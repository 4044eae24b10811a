"""What we send about a story keeps no hour: neither while a person has to send it, nor when it has gone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import time_machine
from django.utils import timezone

from alongside.messages.deliver import deliver_due
from alongside.messages.models import Attempt, Gone, Message
from alongside.people.demo import Netherby
from alongside.voice.answering import Words, answer_from_room
from alongside.voice.demo import Tale, moderate, tell_story


def test_no_row_of_a_message_about_a_story_keeps_an_hour(
    netherby: Netherby, now: datetime, settings: Any
) -> None:
    minute = now.replace(minute=7, second=41)
    settings.OUTBOX = "smtp"  # which carries no texts: they fail
    ways = {"email": "her@home.example", "call": "01632 960 310", "text": "07700 900310"}
    with time_machine.travel(minute, tick=False):
        for channel in ("link", "mine", *ways):
            tale = Tale(
                about="centre",
                days_ago=0,
                good="Kind.",
                who="cara",
                channel=channel,
                address=ways.get(channel, ""),
            )
            story, _ = tell_story(netherby, tale, minute)
            moderate(netherby, story, minute)
            story.ask(netherby.jo, minute)
            answer_from_room(story, netherby.priya, Words("Sorry.", key=story.pk), minute)
    said = Message.objects.filter(way_back__isnull=False)
    assert {timezone.localtime(message.said_at).time() for message in said} == {time(0)}
    for message in said.filter(channel="call"):
        assert timezone.localtime(message.due_at).time() == time(0)  # it may wait for days
    by_itself = said.filter(gone=None, channel="email")
    assert {message.due_at for message in by_itself} == {minute}  # or it would go in the night

    while deliver_due(minute):
        pass
    for call in said.filter(channel="call"):
        call.tick(netherby.ines, minute)
    assert not said.filter(gone=None).exists()
    rows = [*said.all(), *Gone.objects.filter(message__in=said), *Attempt.objects.filter(message__in=said)]
    assert {type(row) for row in rows} == {Message, Gone, Attempt}
    for row in rows:
        for field in row._meta.concrete_fields:
            moment = getattr(row, field.attname)
            if isinstance(moment, datetime):
                assert timezone.localtime(moment).time() == time(0), (row, field.name)


def test_who_tells_at_night_is_rung_in_the_morning(netherby: Netherby, now: datetime) -> None:
    """Quiet hours are counted from the moment itself, not from the midnight that is kept of it."""
    night = now.replace(hour=22, minute=7)
    with time_machine.travel(night, tick=False):
        tale = Tale(about="centre", days_ago=0, good="Kind.", channel="call", address="01632 960 310")
        tell_story(netherby, tale, night)
    due = Message.objects.get(kind="thanks").due_at
    assert timezone.localtime(due) == now.replace(hour=8) + timedelta(days=1)
