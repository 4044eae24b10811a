"""Posters, leaflets and cards: one page each, the code leads there, and a screen reader can read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from alongside.documents.tests.lying import cut_off, overlapping
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.website.posters.invites import INVITES, Invite, invites
from alongside.website.posters.sheets import SIZES, Sheet, square

Browser = Callable[[Person | None], Client]
PAGE = "/netherby/to-print/"
INCHES = {"a4": (595, 842), "a5": (420, 595), "cards": (595, 842)}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def jo(netherby: Netherby, client_of: Browser, settings) -> Client:
    settings.PUBLIC_ADDRESS = "https://alongside.example"
    return client_of(netherby.jo)


def test_all_of_it_is_one_link_from_the_desk(jo: Client) -> None:
    assert f'href="{PAGE}"' in jo.get("/netherby/desk/").content.decode()
    page = jo.get(PAGE).content.decode()
    for size in SIZES:
        assert f'href="{PAGE}tell/{size}.pdf"' in page
    for profile in ("", "?as=large", "?as=easy-read"):
        assert f'href="/netherby/tell/form.pdf{profile}"' in page


@pytest.mark.parametrize("size", SIZES)
def test_a_sheet_is_one_page_that_says_where_it_leads(size: str, jo: Client) -> None:
    answer = jo.get(f"{PAGE}tell/{size}.pdf")
    read = Paper(b"".join(answer))
    assert f"netherby-tell-us-how-it-is-{size}.pdf" in answer["Content-Disposition"]
    assert read.lacks() == []
    assert read.reader.metadata.title == "Tell us how it is, Netherby"
    assert len(read.reader.pages) == 1
    box = read.reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == INCHES[size]
    assert "alongside.example/netherby/tell" in squeezed(read.text)
    pictures = [str(one["/Alt"]) for tag, one in read.tags() if tag == "/Figure"]
    assert pictures == ["A square code that opens alongside.example/netherby/tell"] * (
        10 if size == "cards" else 1
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("invite", INVITES, ids=lambda one: one.name)
def test_it_fits_whatever_the_place_is_called(
    invite: Invite, size: str, netherby: Netherby, now: datetime
) -> None:
    netherby.area.name = "Upper and Lower Becks with the Parishes of Overfell and the Eastern Marshes Borough"
    address = "https://together.a-borough-with-a-long-name.gov.uk.example/upper-and-lower-becks/join/"
    read = Paper(Sheet.of(invite, netherby.area, address).pdf(size, now))
    assert len(read.reader.pages) == 1
    assert read.lacks() == []
    assert overlapping(read.reader.pages[0]) == []
    assert cut_off(read.reader.pages[0]) == []


def test_the_code_is_of_the_whole_address() -> None:
    assert square("https://a.example/netherby/tell/") != square("https://a.example/netherby/join/")
    assert "script" not in square("https://a.example/")


def test_a_page_that_is_not_there_has_no_poster(netherby: Netherby, jo: Client) -> None:
    nowhere = Invite("tea", "tea:cups", "Tea", "Tea?", "Tea.", (), "Tea.")
    assert nowhere.address(netherby.area) is None
    assert {"tell", "together"} <= {one.name for one in invites(netherby.area)}
    for path in ("tea/a4.pdf", "tell/a3.pdf"):
        assert jo.get(f"{PAGE}{path}").status_code == 404


def test_where_nobody_can_be_rung_nobody_is_promised(netherby: Netherby, now: datetime) -> None:
    netherby.area.phone = ""
    read = Paper(Sheet.of(INVITES[0], netherby.area, "https://a.example/").pdf("a4", now))
    assert "Would you rather" not in read.text
