"""What the tests of this room share: today is today, and messages leave into a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import time_machine

from alongside.messages.models import Message
from alongside.messages.say import say
from alongside.people.demo import Netherby


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    """What is said at ``now`` is said today, not in the past."""
    with time_machine.travel(now):
        yield


@pytest.fixture(autouse=True)
def outbox(settings: Any, tmp_path: Path) -> Path:
    """Where what was sent lies."""
    settings.VAR = tmp_path
    settings.OUTBOX = "folder"
    return tmp_path / "outbox"


@pytest.fixture
def tell(netherby: Netherby, now: datetime) -> Callable[..., Message]:
    """Say something; whatever a test does not care about is filled in."""
    numbers = count(1)

    def told(**what: Any) -> Message:
        usual = {
            "key": f"test:{next(numbers)}",
            "kind": "test",
            "subject": "About the letters",
            "body": "Letters go ten days before now.",
            "at": now,
            "area": netherby.area,
        }
        return say(**{**usual, **what})

    return told
