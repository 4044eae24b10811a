"""Looking up who told a story asks for a second step of the last half hour, and keeps the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import time_machine

from alongside.people.models import Look, Person
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
