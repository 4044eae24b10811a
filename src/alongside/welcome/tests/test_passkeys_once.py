"""What a device answers is good once: in the browser that was asked, and for that one question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..lasting import RECENT
from .device import SECOND, Device, asked, makes, shows

ByCode = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def ours(settings: Any) -> None:
    """Where this house is."""
    settings.PUBLIC_ADDRESS = "http://localhost:8000"


def test_an_answer_is_good_once_and_in_the_browser_that_was_asked(
    netherby: Netherby, by_code: ByCode
) -> None:
    device, one, two = Device(), by_code(netherby.gwen), by_code(netherby.gwen)
    makes(by_code(netherby.gwen), device)
    answer = device.shows(asked(one, SECOND))
    asked(two, SECOND)

    assert two.post(SECOND, {"answer": answer}).status_code == 422
    assert one.post(SECOND, {"answer": answer}).status_code == 302
    three = by_code(netherby.gwen)
    assert three.post(SECOND, {"answer": answer}).status_code == 422


def test_an_answer_cannot_be_sent_again_when_the_step_has_grown_old(
    netherby: Netherby, by_code: ByCode, clock: time_machine.Coordinates
) -> None:
    """Many phones count nothing, so the count alone would not notice."""
    phone = Device(counter=-1)
    makes(by_code(netherby.gwen), phone)
    phone.counter = -1
    browser = by_code(netherby.gwen)
    answer = phone.shows(asked(browser, SECOND))
    assert browser.post(SECOND, {"answer": answer}).status_code == 302

    clock.shift(RECENT)
    assert browser.post(SECOND, {"answer": answer}).status_code == 422


def test_a_copied_device_is_found_out(netherby: Netherby, by_code: ByCode) -> None:
    device = Device()
    makes(by_code(netherby.gwen), device)
    copy = Device(id=device.id, key=device.key, counter=device.counter)
    assert shows(by_code(netherby.gwen), device).status_code == 302

    assert shows(by_code(netherby.gwen), copy).status_code == 422
