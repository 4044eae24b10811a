"""A code for each family, where a school wants that: a family answers once, and no code leads to a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.charter import codes
from alongside.charter.editions import Edition
from alongside.charter.errors import NoCodesHere, NoSuchCode, NotACode, NotYoursToGive, RoundOver
from alongside.charter.framework import Audience
from alongside.charter.models import Code, Link, Review, Sheet
from alongside.people.demo import Netherby
from alongside.people.models import Person

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def families(netherby: Netherby, edition: Edition, now: datetime) -> Link:
    """The families' link of a round in which each family has a code."""
    review = Review.open(netherby.school, edition, netherby.farah, now, with_codes=True)
    return review.links.get(audience=Audience.FAMILIES)


def answered(client: Client, link: Link, code: str) -> Client:
    """Type the code, answer one statement, and come to the last page."""
    client.post(reverse("charter:begin", args=[link.token]), {"code": code})
    client.post(reverse("charter:step", args=[link.token, "heard"]), {"level": "mostly"})
    return client


def sends(client: Client, link: Link, code: str) -> int:
    check = reverse("charter:step", args=[link.token, "look_it_over"])
    key = client.get(check).context["form"]["key"].value()
    return client.post(check, {"key": str(key), "code": code}).status_code


def test_a_code_is_good_once_however_it_is_typed(families: Link, netherby: Netherby, client: Client) -> None:
    code, _other = codes.give(families, 2, netherby.jo)
    assert Code.objects.count() == 2
    answered(client, families, code.upper().replace("-", " "))
    assert sends(client, families, code) == 302
    assert Sheet.objects.get().audience == "families"
    assert Code.objects.count() == 1

    again = answered(Client(), families, code)
    assert sends(again, families, code) == 422
    shown = again.get(reverse("charter:step", args=[families.token, "look_it_over"])).content.decode()
    assert "Mostly" in shown


def test_the_first_page_does_not_tell_whether_a_code_was_used(families: Link, netherby: Netherby) -> None:
    """The champion may know who got which: so good ones, used ones and nobody’s look the same there."""
    good, used, another = codes.give(families, 3, netherby.jo)
    codes.spend(families, used)
    Code.objects.filter(code_digest=codes._kept(another, families)).delete()
    pages = set()
    for code in (good, used, another):
        page = reverse("charter:begin", args=[families.token])
        begun = Client().post(page, {"code": code})
        pages.add((begun.status_code, begun.url, begun.content))  # type: ignore[attr-defined]
    assert len(pages) == 1


def wrongly_typed(code: str) -> list[str]:
    """Each single wrong letter, and each two neighbours that changed places."""
    plain = code.replace("-", "")
    wrong = [plain[:i] + other + plain[i + 1 :] for i in range(8) for other in codes.LETTERS]
    swapped = [plain[:i] + plain[i + 1] + plain[i] + plain[i + 2 :] for i in range(7)]
    return [one for one in [*wrong, *swapped, plain[:7], plain + "a"] if one != plain]


def test_a_slip_of_the_finger_is_found_on_the_first_page(families: Link, netherby: Netherby) -> None:
    (code,) = codes.give(families, 1, netherby.jo)
    codes.must_look_right(code.upper().replace("-", " "))
    for wrong in wrongly_typed(code):
        with pytest.raises(NotACode):
            codes.must_look_right(wrong)
    page = reverse("charter:begin", args=[families.token])
    sent = Client().post(page, {"code": "abcd-efgh"})
    assert sent.status_code == 422
    assert "One letter of this code is not right." in sent.content.decode()
    assert "abcd" in sent.content.decode()


def test_two_who_share_a_code_count_once_and_the_second_loses_no_word(
    families: Link, netherby: Netherby
) -> None:
    (code,) = codes.give(families, 1, netherby.jo)
    first, second = answered(Client(), families, code), answered(Client(), families, code)
    assert sends(first, families, code) == 302
    assert sends(second, families, code) == 422
    assert Sheet.objects.count() == 1
    assert (
        "Mostly"
        in second.get(reverse("charter:step", args=[families.token, "look_it_over"])).content.decode()
    )


def test_without_a_code_nothing_is_sent(families: Link, client: Client) -> None:
    client.post(reverse("charter:step", args=[families.token, "heard"]), {"level": "mostly"})
    assert sends(client, families, "") == 422
    assert not Sheet.objects.exists()


def test_a_code_opens_one_round_and_one_side(families: Link, netherby: Netherby) -> None:
    (code,) = codes.give(families, 1, netherby.jo)
    staff = families.review.links.get(audience=Audience.STAFF)
    with pytest.raises(NoSuchCode):
        codes.spend(staff, code)


def test_only_the_forum_makes_them_while_the_round_is_open(
    families: Link, netherby: Netherby, now: datetime
) -> None:
    for who in (netherby.farah, netherby.ines, netherby.dev):
        with pytest.raises(NotYoursToGive):
            codes.give(families, 1, who)
    with pytest.raises(NoCodesHere):
        codes.give(families.review.links.get(audience=Audience.STAFF), 1, netherby.jo)
    codes.give(families, 3, netherby.jo)
    families.review.close(netherby.farah, now)
    assert not Code.objects.exists()
    with pytest.raises(RoundOver):
        codes.give(families, 1, netherby.jo)


def test_the_codes_stand_on_one_page_once(families: Link, netherby: Netherby, client_of: Browser) -> None:
    jo, page = client_of(netherby.jo), reverse("charter:codes", args=[families.review_id, "families"])
    shown = jo.post(page, {"many": "10"})
    assert len(shown.context["codes"]) == len(set(shown.context["codes"])) == 10
    assert all(code in shown.content.decode() for code in shown.context["codes"])
    for wrong in ("", "0", "501", "twelve", "１２"):
        assert jo.post(page, {"many": wrong}).status_code == 422
    assert Code.objects.count() == 10


def test_the_same_page_sent_twice_makes_one_set(
    families: Link, netherby: Netherby, client_of: Browser
) -> None:
    jo, page = client_of(netherby.jo), reverse("charter:codes", args=[families.review_id, "families"])
    runs = reverse("charter:review", args=[families.review_id])
    key = jo.get(runs).context["codes"]["key"].value()
    assert jo.post(page, {"many": "10", "key": key}).status_code == 200
    again = jo.post(page, {"many": "10", "key": key})
    assert again.status_code == 422
    assert "These codes are made, and we cannot show them again." in again.content.decode()
    assert Code.objects.count() == 10

    shown = again.context["codes"]
    assert shown["many"].value() == "10"
    assert f'value="{shown["key"].value()}"' in again.content.decode()
    assert jo.post(page, {"many": "25", "key": shown["key"].value()}).status_code == 200
    assert Code.objects.count() == 35
