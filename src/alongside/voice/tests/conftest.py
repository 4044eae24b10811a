"""What tests of this room share: telling as people do, page by page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.demo import Netherby
from alongside.safety.models import Draft
from alongside.voice.demo import Tale, tell_story
from alongside.voice.models import Story

START = "/netherby/tell/"


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    """It is Thursday 12 March 2026, ten in the morning."""
    with time_machine.travel(now, tick=False):
        yield


@dataclass
class Journey:
    """Somebody going through the pages with one browser."""

    client: Client
    netherby: Netherby

    def say(self, step: str, **answers: Any) -> Any:
        """Send one page."""
        return self.client.post(f"{START}{step}/", answers)

    def tell(self, **more: Any) -> Any:
        """All pages, and *Send it*."""
        self.say("about", organisation=str(self.netherby.centre.pk))
        self.say("happened", happened=more.get("happened", "The letter came late."))
        self.say("good", good=more.get("good", ""))
        self.say("better", better=more.get("better", ""))
        self.say("use", uses=more.get("uses", []), named=more.get("named", "not"))
        self.say("back", **more.get("back", {"channel": "link"}))
        return self.send()

    def send(self) -> Any:
        """Press *Send it* on the page that is open."""
        found = re.search(r'name="key" value="([^"]+)"', self.client.get(f"{START}check/").content.decode())
        return self.client.post(f"{START}check/", {"key": found.group(1) if found else ""})

    @property
    def drafts(self) -> int:
        return Draft.objects.filter(sent=False).count()


@pytest.fixture
def journey(netherby: Netherby, client: Client) -> Journey:
    """Nobody we know, with a phone."""
    return Journey(client, netherby)


@pytest.fixture
def told(netherby: Netherby, now: datetime) -> Callable[..., Story]:
    """Tell something about the centre, as the demo does: ``told(uses=["service"], who="cara")``."""

    def one(**more: Any) -> Story:
        said = {"about": "centre", "days_ago": 0, "happened": "The letter came late.", **more}
        return tell_story(netherby, Tale(**said), now)[0]

    return one
