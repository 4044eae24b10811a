"""A way back is opened by its secret alone, and leads nowhere once it is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from alongside.messages import errors
from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.errors import Refused

Tell = Callable[..., Message]


def test_the_secret_opens_it_and_we_do_not_keep_the_secret(netherby: Netherby) -> None:
    way_back, token = WayBack.open_new(area=netherby.area, channel=Channel.LINK)

    assert WayBack.behind(token) == way_back
    assert WayBack.behind(f" {token.upper()} ") == way_back
    assert WayBack.behind(token[:-1]) is None
    assert WayBack.behind(way_back.token_digest) is None
    assert WayBack.behind("") is None
    assert token not in str(way_back.__dict__.values())


def test_a_secret_can_be_read_out_and_cannot_be_guessed() -> None:
    tokens = {WayBack.new_token() for _ in range(100)}

    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {26}
    assert not {letter for token in tokens for letter in token} & set("il10oIO")


@pytest.mark.parametrize(
    ("channel", "typed", "kept"),
    [
        (Channel.EMAIL, " Meena@Home.example.", "meena@home.example"),
        (Channel.TEXT, "07700 900 123", "+447700900123"),
        (Channel.CALL, "01632 960 142", "+441632960142"),
        (Channel.LETTER, " 1 Beck Lane\nNetherby ", "1 Beck Lane\nNetherby"),
        (Channel.LINK, "whatever", ""),
    ],
)
def test_an_address_is_kept_in_one_form(netherby: Netherby, channel: Channel, typed: str, kept: str) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=channel, address=typed)

    assert way_back.address == kept


@pytest.mark.parametrize(
    ("channel", "typed", "error"),
    [
        (Channel.EMAIL, "meena", errors.NotAnEmail),
        (Channel.TEXT, "meena@home.example", errors.NotAPhone),
        (Channel.CALL, "ask at the shop", errors.NotAPhone),
        (Channel.EMAIL, "", errors.LeadsNowhere),
        (Channel.LETTER, "  ", errors.LeadsNowhere),
    ],
)
def test_a_way_back_leads_somewhere(
    netherby: Netherby, channel: Channel, typed: str, error: type[Refused]
) -> None:
    with pytest.raises(error):
        WayBack.open_new(area=netherby.area, channel=channel, address=typed)
    assert not WayBack.objects.exists()


def test_a_closed_way_back_is_forgotten(netherby: Netherby, tell: Tell, now: datetime) -> None:
    way_back, token = WayBack.open_new(
        area=netherby.area, channel=Channel.EMAIL, address="m@home.example", call_me="Meena", hint="after 11"
    )
    waiting = tell(way_back=way_back)

    way_back.close(now)
    way_back.close(now)

    assert (way_back.address, way_back.call_me, way_back.hint) == ("", "", "")
    assert WayBack.behind(token) is None
    assert waiting.gone.how == Gone.How.CANCELLED
    assert tell(way_back=way_back).gone.how == Gone.How.CANCELLED


def test_a_way_back_never_says_whom_it_leads_to(netherby: Netherby) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.EMAIL, address="m@home.example")

    assert str(way_back) == "a way back"
