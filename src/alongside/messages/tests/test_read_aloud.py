"""What somebody reads out on the phone: short words, and the address on a line to spell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.messages.aloud import pieces, spelled
from alongside.messages.models import Channel, Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Person

HERE = "https://netherby.example"
TOKEN = "k7dm3xwq2r9vbcdfghjkmnpqr2"


@pytest.fixture(autouse=True)
def address(settings: Any) -> None:
    """Where the site is."""
    settings.PUBLIC_ADDRESS = HERE


def test_an_address_is_spelled_in_fours() -> None:
    assert spelled(f"{HERE}/verdicts/{TOKEN}/") == (
        "netherby.example / verdicts / k7dm 3xwq 2r9v bcdf ghjk mnpq r2"
    )


def test_words_and_addresses_stand_apart_in_their_order() -> None:
    found = pieces(f"Did it help? Press here:\n{HERE}/verdicts/{TOKEN}/\n\nWould you rather talk? Jo.")
    assert [bool(piece.href) for piece in found] == [False, True, False]
    assert (found[0].text, found[2].text) == ("Did it help? Press here:", "Would you rather talk? Jo.")


def test_the_address_of_somebody_else_is_no_link() -> None:
    assert [piece.href for piece in pieces("See https://else.example/x and write.")] == [""]


def test_jo_can_open_it_and_spell_it(
    netherby: Netherby, jo: Person, tell: Callable[..., Message], client_of: Callable[..., Client]
) -> None:
    way_back, _ = WayBack.open_new(area=netherby.area, channel=Channel.CALL, address="07700 900123")
    call = tell(way_back=way_back, body=f"Ask: did it help?\n{HERE}/verdicts/{TOKEN}/\n\nBye.")
    page = client_of(jo).get(f"/messages/{call.pk}/").content.decode()
    assert f'href="{HERE}/verdicts/{TOKEN}/"' in page
    assert "verdicts / k7dm 3xwq" in page
    assert page.count(TOKEN) == 1, "no plain address is left between the words"
