"""What the tests of this room share: Asha at her browser, and the codes that reach her."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from alongside.messages.models import Message
from alongside.people.models import Person

from .. import totp
from ..ways import set_up_app

Inbox = Callable[[], list[str]]


@dataclass
class Browser:
    """Somebody at a browser, somewhere on the internet."""

    place: str = "198.51.100.7"
    client: Client = field(default_factory=Client)

    def asks(self, address: str, *, then: str = "") -> HttpResponse:
        """Type an address and press the button."""
        return self._post(f"/sign-in/{then}", {"address": address})

    def types(self, code: str, *, then: str = "") -> HttpResponse:
        """Type a code and press the button."""
        return self._post(f"/sign-in/code/{then}", {"code": code})

    def _post(self, where: str, what: dict[str, str]) -> HttpResponse:
        answer: HttpResponse = self.client.post(where, what, REMOTE_ADDR=self.place)  # type: ignore[assignment]
        return answer

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in here."""
        return "_auth_user_id" in self.client.session


@pytest.fixture(autouse=True)
def clock(now: datetime, settings: Any, tmp_path: Path) -> Iterator[time_machine.Coordinates]:
    """Today, standing still until a test moves it on."""
    settings.VAR = tmp_path
    settings.OUTBOX = "folder"
    with time_machine.travel(now, tick=False) as moved:
        yield moved


@pytest.fixture
def browser() -> Browser:
    """A fresh browser."""
    return Browser()


@pytest.fixture
def codes_sent() -> Inbox:
    """The codes that were sent so far, the oldest first."""

    def sent() -> list[str]:
        said = Message.objects.filter(kind="sign-in").order_by("said_at", "due_at")
        found = [re.search(r"sign in is ([\d ]+)", message.body) for message in said]
        return [match[1].replace(" ", "") for match in found if match]

    return sent


@dataclass
class Phone:
    """An authenticator app, which only has its key and the time."""

    key: str
    clock: time_machine.Coordinates

    @property
    def shows(self) -> str:
        """The digits on its screen. Time goes on first, for each may be used once."""
        self.clock.shift(totp.STEP)
        return totp.digits(self.key, totp.step_of(timezone.now()))


@pytest.fixture
def phone_of(clock: time_machine.Coordinates) -> Callable[[Person], Phone]:
    """The phone of somebody who has set up an app."""

    def set_up(person: Person) -> Phone:
        phone = Phone(totp.new_key(), clock)
        set_up_app(person, phone.key, phone.shows, timezone.now())
        return phone

    return set_up
