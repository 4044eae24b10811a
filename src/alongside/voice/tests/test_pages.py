"""The moderators' lists go on, and an address of theirs says no day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from alongside.people.models import Person
from alongside.voice.models import Story
from alongside.voice.moderating import hold, pass_on

Told = Callable[..., Story]


def test_both_lists_go_on_on_a_next_page(told: Told, gwen: Person, client_of: Any, now: datetime) -> None:
    for number in range(48):
        story = told(happened=f"Voice {number:02}.")
        if number % 2:
            hold(story.reading, gwen, 1, "I ask the forum.", now)
    client, seen, path = client_of(gwen), [], "/netherby/readings/"
    for name in ("after", "held"):
        address = ""
        while address is not None:
            page = client.get(path + address).content.decode().split('id="held"')[name == "held"]
            seen += re.findall(r"Voice (\d\d)\.", page)
            more = re.search(rf'href="(\?{name}=[^"#]+)', page)
            address = more[1] if more else None
            assert more is None or "2026" not in more[1], "no day stands in an address"
    assert sorted(seen) == [f"{number:02}" for number in range(48)]


def test_a_voice_read_meanwhile_leaves_no_gap(
    told: Told, gwen: Person, client_of: Any, now: datetime
) -> None:
    for number in range(22):
        told(happened=f"Voice {number:02}.")
    client, path = client_of(gwen), "/netherby/readings/"
    first = client.get(path)
    last = first.context["waiting"][-1].reading
    rest = re.findall(r"Voice \d\d\.", client.get(path + first.context["more_waiting"]).content.decode())
    pass_on(last, gwen, 1, now)
    after = client.get(path + first.context["more_waiting"]).content.decode()
    assert re.findall(r"Voice \d\d\.", after) == rest
