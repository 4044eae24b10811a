"""Whoever runs it can sign one person out everywhere, or everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person

ClientOf = Callable[[Person], Client]


def is_in(browser: Client) -> bool:
    return browser.get("/my/").status_code == 200


def test_one_person_is_signed_out_everywhere(
    netherby: Netherby, client_of: ClientOf, capsys: pytest.CaptureFixture[str]
) -> None:
    hers, at_work, his = client_of(netherby.asha), client_of(netherby.asha), client_of(netherby.ben)
    call_command("signout", netherby.asha.email.upper())
    assert [is_in(one) for one in (hers, at_work, his)] == [False, False, True]
    assert "Signed out in 2 browsers." in capsys.readouterr().out


def test_everybody_is(netherby: Netherby, client_of: ClientOf, capsys: pytest.CaptureFixture[str]) -> None:
    browsers = [client_of(netherby.asha), client_of(netherby.ben), Client()]
    browsers[2].get("/netherby/tell/")
    call_command("signout", "--everybody")
    assert not any(is_in(one) for one in browsers)
    assert "Signed out in 2 browsers." in capsys.readouterr().out


@pytest.mark.parametrize("said", [["nobody@home.example"], []])
def test_nobody_is_signed_out_by_mistake(netherby: Netherby, client_of: ClientOf, said: list[str]) -> None:
    hers = client_of(netherby.asha)
    with pytest.raises(CommandError):
        call_command("signout", *said)
    assert is_in(hers)
