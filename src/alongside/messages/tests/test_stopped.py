"""A way by which nothing has gone for a while is named; one that hiccups, or puts off one message, is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from alongside.messages import transports
from alongside.messages.deliver import PAUSE, deliver_due
from alongside.messages.models import Channel, Message
from alongside.messages.stopped import A_WHILE, Stopped, stopped_ways
from alongside.people.demo import Netherby
from alongside.people.models import Person

Tell = Callable[..., Message]


def closed(monkeypatch: pytest.MonkeyPatch, only: Message | None = None) -> None:
    """From now on the other side takes nothing, or not this one."""
    sends = transports.send

    def refuses(envelope: transports.Envelope) -> None:
        if only is None or envelope.id == only.pk:
            raise transports.Closed("ConnectionRefusedError")
        sends(envelope)

    monkeypatch.setattr(transports, "send", refuses)


def test_after_an_hour_it_is_named_with_all_that_wait(
    netherby: Netherby, asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(monkeypatch)
    tell(person=asha)
    tell(person=asha)
    deliver_due(now)
    assert stopped_ways(netherby.area, now + A_WHILE - PAUSE) == []
    assert stopped_ways(netherby.area, now + A_WHILE) == [Stopped(Channel.EMAIL, now, 2)]
    assert stopped_ways(netherby.elsewhere, now + A_WHILE) == []


def test_when_it_works_again_it_is_not(
    netherby: Netherby, asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as while_it_is:
        closed(while_it_is)
        tell(person=asha)
        deliver_due(now)
    deliver_due(now + 3 * A_WHILE)
    assert stopped_ways(netherby.area, now + 3 * A_WHILE) == []


def test_one_that_is_put_off_while_others_go_stops_nothing(
    netherby: Netherby, asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(monkeypatch, only=tell(person=asha))
    tell(person=asha)
    for turn in range(3):
        deliver_due(now + turn * PAUSE)
    assert Message.objects.filter(gone=None).count() == 1
    assert stopped_ways(netherby.area, now + A_WHILE) == []
