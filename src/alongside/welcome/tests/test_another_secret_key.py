"""A secret key can be changed: with the old one named, nobody notices; without it, all begin anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..errors import NoSuchRecoveryCode
from ..recovery import new_codes, spend
from ..sealed import seal, unseal
from ..second_ways import App
from .conftest import Browser, Inbox, Phone

SECOND = "/sign-in/second/"


@pytest.fixture
def changes(settings: Any) -> Callable[..., None]:
    """From now on there is another secret key."""

    def change(*, known: bool) -> None:
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY] if known else []
        settings.SECRET_KEY = "another"

    return change


def test_an_app_goes_on_and_is_sealed_anew(
    netherby: Netherby,
    phone_of: Callable[[Person], Phone],
    by_code: Callable[[Person], Client],
    changes: Callable[..., None],
    settings: Any,
) -> None:
    phone = phone_of(netherby.gwen)
    changes(known=True)
    assert by_code(netherby.gwen).post(SECOND, {"digits": phone.shows}).status_code == 302
    settings.SECRET_KEY_FALLBACKS = []
    assert unseal(App.objects.get().key) == phone.key
    assert by_code(netherby.gwen).post(SECOND, {"digits": phone.shows}).status_code == 302


@pytest.mark.parametrize("known", [True, False])
def test_codes_from_paper(
    netherby: Netherby, now: datetime, changes: Callable[..., None], known: bool
) -> None:
    code, *_ = new_codes(netherby.gwen, now)
    changes(known=known)
    if known:
        spend(netherby.gwen, code, now)
    with pytest.raises(NoSuchRecoveryCode):
        spend(netherby.gwen, code, now)


@pytest.mark.parametrize("known", [True, False])
def test_who_is_signed_in_stays_so_only_with_the_old_key(
    netherby: Netherby, client_of: Callable[[Person], Client], changes: Callable[..., None], known: bool
) -> None:
    hers = client_of(netherby.asha)
    changes(known=known)
    assert (hers.get("/my/").status_code == 200) is known


def test_a_seal_of_a_key_that_we_have_not_got_stays_closed(changes: Callable[..., None]) -> None:
    sealed = seal("words")
    changes(known=False)
    assert unseal(sealed) is None


@pytest.mark.parametrize("known", [True, False])
def test_a_code_that_is_on_its_way(
    netherby: Netherby, browser: Browser, codes_sent: Inbox, changes: Callable[..., None], known: bool
) -> None:
    browser.asks(netherby.asha.email)
    changes(known=known)
    browser.types(codes_sent()[0])
    assert browser.is_in is known


def test_words_that_wait_are_still_hers(
    netherby: Netherby, browser: Browser, codes_sent: Inbox, changes: Callable[..., None]
) -> None:
    browser.asks(netherby.asha.email)
    browser.types(codes_sent()[0])
    browser.client.cookies.pop(settings.SESSION_COOKIE_NAME)
    changes(known=True)
    browser.client.post("/sign-in/keep/?next=/my/data/wishes/", {"words": "Put it right."})
    browser.asks(netherby.asha.email)
    browser.types(codes_sent()[-1])
    assert browser.is_in
    assert browser.client.session["typed"]["fields"] == [["words", "Put it right."]]
