"""However many workers there are, a message leaves once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from alongside.journal.tests.racing import together
from alongside.messages import transports
from alongside.messages.deliver import claim, deliver_due
from alongside.messages.models import Gone, Message
from alongside.people.models import Person

Tell = Callable[..., Message]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_send_each_message_once(
    asha: Person, tell: Tell, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [tell(person=asha).pk for _ in range(15)]
    sent: list[UUID] = []
    monkeypatch.setattr(transports, "send", lambda envelope: sent.append(envelope.id))

    taken = together(6, lambda _worker: deliver_due(now))

    assert Counter(sent) == Counter(said)
    assert sum(taken) == 15
    assert Gone.objects.filter(how=Gone.How.SENT).count() == 15


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_many_who_claim_one_has_it(asha: Person, tell: Tell, now: datetime) -> None:
    tell(person=asha)
    seen = [Message.objects.get() for _ in range(12)]  # all have read the same row before anybody claims

    assert sum(together(12, lambda worker: claim(seen[worker], now))) == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_who_say_the_same_say_it_once(asha: Person, tell: Tell) -> None:
    said = together(12, lambda _speaker: tell(key="the one", person=asha).pk)

    assert len(set(said)) == 1
    assert Message.objects.count() == 1
