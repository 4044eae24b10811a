"""Poster, letter and form for each side: who gets them, what they say, and that they can be typed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
import segno
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.models import Review
from alongside.charter.paper.form import Form
from alongside.charter.paper.ways_in import ASKS, WayIn, code
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby
from alongside.people.models import Person

Browser = Callable[[Person | None], Client]
PAPERS = ("poster", "letter", "form")


def address(name: str, review: Review, side: str = "families") -> str:
    return reverse(f"charter:{name}", args=[review.pk, side])


def paper(browser: Client, where: str) -> Paper:
    return Paper(b"".join(browser.get(where)))


@pytest.fixture
def farah(netherby: Netherby, client_of: Browser, settings) -> Client:
    settings.PUBLIC_ADDRESS = "https://alongside.example"
    return client_of(netherby.farah)


@pytest.mark.parametrize("name", [*PAPERS, "square"])
@pytest.mark.parametrize("who", ["", "asha", "dev", "cara"])
def test_who_may_not_see_the_round_gets_nothing(
    name: str, who: str, review: Review, netherby: Netherby, client_of: Browser
) -> None:
    browser = client_of(netherby.people.get(who))
    assert browser.get(address(name, review)).status_code == 404


@pytest.mark.parametrize("name", [*PAPERS, "square"])
def test_once_it_is_over_nobody_gets_a_link(
    name: str, review: Review, netherby: Netherby, farah: Client, now: datetime
) -> None:
    assert farah.get(address(name, review)).status_code == 200
    assert farah.get(address(name, review, "nobody")).status_code == 404
    review.close(netherby.farah, now)
    assert farah.get(address(name, review)).status_code == 404


@pytest.mark.parametrize("side", Audience)
@pytest.mark.parametrize("name", ["poster", "letter"])
def test_one_page_says_all_there_is_to_know(name: str, side: Audience, review: Review, farah: Client) -> None:
    token = review.links.get(audience=side).token
    read = paper(farah, address(name, review, side))
    assert read.lacks() == []
    assert len(read.reader.pages) == 1
    assert read.headings("/H1") == [("/H1", ASKS[side].format("Beck Lane Primary"))]
    for words in (
        f"alongside.example/answer/{token}/",
        "You need no account, and we do not ask your name.",
        "You can answer until Thursday 2 April 2026.",
        "Ring or text Jo on 01632 960 142, Tuesday to Friday, 9.30 to 2.30.",
    ):
        assert "".join(words.split()) in "".join(read.text.split())
    assert [str(one["/Alt"]) for tag, one in read.tags() if tag == "/Figure"] == [
        f"A square code that opens alongside.example/answer/{token}/"
    ]


def test_a_poster_fits_on_its_page_whatever_the_place_is_called(review: Review, settings) -> None:
    settings.PUBLIC_ADDRESS = "https://together.a-borough-with-a-long-name.gov.uk.example"
    link = review.links.get(audience="young_people")
    link.review = review
    review.organisation.name = (
        "The Upper and Lower Becks Federation of Primary Schools with Nurseries, Netherby"
    )
    for written in (WayIn.of(link).poster(review.opened_at), WayIn.of(link).letter(review.opened_at)):
        assert len(Paper(written).reader.pages) == 1


def test_where_families_have_codes_their_letter_has_room_for_it(
    edition: Edition, netherby: Netherby, now: datetime
) -> None:
    review = Review.open(netherby.school, edition, netherby.farah, now, with_codes=True)
    for link in review.links.all():
        link.review = review
        letter, sheet = Paper(WayIn.of(link).letter(now)), Paper(Form.of(link).pdf(now))
        assert letter.lacks() == []
        assert len(letter.reader.pages) == 1
        assert ("/H2", "Your code") in letter.headings() or link.audience != "families"
        assert ("can answer once" in letter.text) == (link.audience == "families")
        assert "can answer once" not in sheet.text  # paper goes to the forum, where no code is asked for


def test_where_nobody_can_be_rung_nobody_is_promised(review: Review) -> None:
    link = review.links.get(audience="staff")
    link.review = review
    review.area.phone = ""
    assert "Would you rather" not in Paper(WayIn.of(link).poster(review.opened_at)).text
    assert "Would you rather" not in Paper(Form.of(link).pdf(review.opened_at)).text


def test_the_running_page_shows_each_code_and_leads_to_each_paper(review: Review, farah: Client) -> None:
    page = LexborHTMLParser(farah.get(reverse("charter:review", args=[review.pk])).content.decode())
    pictures = [one.attributes["src"] for one in page.css("main img")]
    assert sorted(pictures) == sorted(address("square", review, side) for side in Audience)
    there = {one.attributes["href"] for one in page.css("main a")}
    for side in Audience:
        assert {address(name, review, side) for name in PAPERS} <= there
        assert f"{address('form', review, side)}?size=large" in there


def test_the_code_is_a_drawing_of_the_address_and_can_do_nothing(review: Review, farah: Client) -> None:
    link = review.links.get(audience="families")
    answer = farah.get(address("square", review))
    drawn = b"".join(answer).decode()
    size = segno.make(f"https://alongside.example/answer/{link.token}/", error="m", micro=False).symbol_size()
    assert f'viewBox="0 0 {size[0]} {size[1]}"' in drawn
    assert drawn == code(link).decode()
    assert "script" not in drawn
    assert "style" not in drawn
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["Cache-Control"] == "no-store"


def test_the_answer_to_large_is_a_larger_file_name(review: Review, farah: Client) -> None:
    for size, name in (("", "families-form.pdf"), ("?size=large", "families-form-large-print.pdf")):
        answer = farah.get(address("form", review) + size)
        b"".join(answer)
        assert name in answer["Content-Disposition"]
