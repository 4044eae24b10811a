"""A passkey is made on a device and shown by it: at our address, by its owner, in answer to us."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..models import Passkey
from .device import MAKE, SECOND, SEEN, VERIFIED, Device, makes, shows

ByCode = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def ours(settings: Any) -> None:
    """Where this house is."""
    settings.PUBLIC_ADDRESS = "http://localhost:8000"


def test_gwen_makes_one_and_shows_it(netherby: Netherby, by_code: ByCode) -> None:
    device, browser = Device(), by_code(netherby.gwen)
    assert makes(browser, device)["Location"].startswith("/sign-in/ways/recovery-codes/")
    assert browser.get("/netherby/readings/").status_code == 200, "making it was a step"
    assert "“my phone” was set up on" in Message.objects.get(person=netherby.gwen).body

    later = by_code(netherby.gwen)
    assert later.get("/netherby/readings/").status_code == 302
    assert shows(later, device).status_code == 302
    assert later.get("/netherby/readings/").status_code == 200


@pytest.mark.parametrize(
    "device",
    [
        Device(origin="http://localhost.elsewhere.example"),
        Device(origin="http://localhost:8001"),
        Device(origin="https://localhost:8000"),
        Device(flags=SEEN),
        Device(flags=VERIFIED),
    ],
    ids=["another name", "another port", "another scheme", "owner not seen", "nobody there"],
)
def test_what_does_not_fit_is_not_kept(netherby: Netherby, by_code: ByCode, device: Device) -> None:
    answer = makes(by_code(netherby.gwen), device)

    assert answer.status_code == 422
    assert "answer did not fit" in answer.content.decode()
    assert 'value="my phone"' in answer.content.decode()
    assert not Passkey.objects.exists()


def test_what_does_not_fit_opens_nothing(netherby: Netherby, by_code: ByCode) -> None:
    device = Device()
    makes(by_code(netherby.gwen), device)
    wrong = [Device(id=device.id), Device(key=device.key), Device(id=device.id, key=device.key, origin="x")]
    wrong += [Device(id=device.id, key=device.key, flags=SEEN, counter=9)]

    for one in wrong:
        browser = by_code(netherby.gwen)
        assert shows(browser, one).status_code == 422
        assert browser.get("/netherby/readings/").status_code == 302


def test_nobody_shows_anothers(netherby: Netherby, by_code: ByCode) -> None:
    hers, his = Device(), Device()
    makes(by_code(netherby.gwen), hers)
    makes(by_code(netherby.kit), his)

    assert shows(by_code(netherby.kit), hers).status_code == 422


def test_the_same_device_twice_is_said_kindly(netherby: Netherby, by_code: ByCode) -> None:
    device, browser = Device(), by_code(netherby.gwen)
    makes(browser, device)

    assert "has a passkey here already" in makes(browser, device).content.decode()


def test_an_eleventh_is_said_kindly(netherby: Netherby, by_code: ByCode) -> None:
    browser = by_code(netherby.gwen)
    for _ in range(10):
        makes(browser, Device())

    assert "You have ten passkeys" in makes(browser, Device()).content.decode()


@pytest.mark.parametrize(
    "answer", ["", "x", "[]", "{}", '{"rawId": 1}', "null", "\x00", "9" * 30_000, '{"id":"é"}']
)
def test_anything_else_breaks_nothing(netherby: Netherby, by_code: ByCode, answer: str) -> None:
    browser = by_code(netherby.gwen)
    makes(browser, Device())
    other = by_code(netherby.gwen)

    assert other.post(SECOND, {"answer": answer}).status_code == 422
    assert browser.post(MAKE, {"called": "x", "answer": answer}).status_code == 422


def test_at_another_address_none_are_offered(netherby: Netherby, by_code: ByCode, settings: Any) -> None:
    page = by_code(netherby.gwen).get(MAKE, HTTP_HOST="127.0.0.1:8000")

    assert "Passkeys do not work at this address." in page.content.decode()
    assert "passkey.js" not in page.content.decode()
