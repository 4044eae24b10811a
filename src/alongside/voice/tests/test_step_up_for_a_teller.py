"""Looking up who told a story asks for a second step of the last half hour, and keeps the reason."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import time_machine

from alongside.messages.models import Message
from alongside.people.looks import MOST
from alongside.people.models import Look, Person, looked
from alongside.voice.models import Opened, Story

WHY = "The service asks when it may ring"


def test_it_is_asked_for_before_the_reason_counts(
    told: Callable[..., Story], jo: Person, now: datetime, client_of: Any
) -> None:
    page, browser = f"/stories/{told().pk}/teller/", client_of(jo)

    with time_machine.travel(now + timedelta(minutes=31), tick=False):
        answer = browser.post(page, {"why": WHY})

    assert answer["Location"].startswith("/sign-in/second/?next=%2Fstories%2F")
    assert browser.session["typed"]["fields"] == [["why", WHY]]
    assert not Opened.objects.exists()
    assert not Look.objects.exists()


def test_looking_up_very_many_is_slowed_down_and_told(
    told: Callable[..., Story], netherby: Any, jo: Person, hal: Person, now: datetime, client_of: Any
) -> None:
    page = f"/stories/{told().pk}/teller/"
    with time_machine.travel(now, tick=False):
        others = [SimpleNamespace(pk=uuid.uuid4(), area_id=netherby.area.pk) for _ in range(MOST)]
        looked(jo, Look.What.WAY_BACK, others, now - timedelta(minutes=1))
        answer = client_of(jo).post(page, {"why": WHY})
    assert answer.status_code == 429
    assert "We have told Hal" in answer.content.decode()
    assert not Opened.objects.exists()
    assert Message.objects.filter(kind="many-looks", person=hal).exists()
