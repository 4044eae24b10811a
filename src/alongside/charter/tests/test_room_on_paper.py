"""On everything that is printed, no text lies on another, and the edge of the paper cuts nothing off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.charter.framework import Audience
from alongside.charter.models import Link, Review
from alongside.charter.paper.form import Form
from alongside.charter.paper.ways_in import WayIn
from alongside.documents.tests.lying import cut_off, overlapping, texts
from alongside.documents.tests.papers import Paper

pytestmark = pytest.mark.long

PLACES = (
    "Beck Lane Primary",
    "Child Development Centre",
    "The Upper and Lower Becks Federation of Primary Schools with Nurseries, and of Centres for Early "
    "Support, at Netherby",
)
AREA = "Netherby, Upper Beck and the Villages along the River, with the Old Town"


def links(review: Review, side: Audience) -> Iterator[Link]:
    """This side's link, with and without codes, at each of the places, in two areas."""
    link = review.links.get(audience=side)
    link.review = review
    for place in PLACES:
        for by_code, area in ((False, "Netherby"), (True, AREA)):
            review.organisation.name, review.area.name, link.by_code = place, area, by_code
            yield link


def is_in_order(written: bytes, pages: int = 0) -> None:
    read = Paper(written)
    assert len(read.reader.pages) == (pages or len(read.reader.pages))
    for page in read.reader.pages:
        assert overlapping(page) == []
        assert cut_off(page) == []


@pytest.mark.parametrize(
    "address", ["https://a.example", "https://together.a-borough-of-long-names.gov.example"]
)
@pytest.mark.parametrize("side", Audience)
def test_a_poster_and_a_letter_have_room_for_every_name(
    side: Audience, address: str, review: Review, settings
) -> None:
    settings.PUBLIC_ADDRESS = address
    for link in links(review, side):
        is_in_order(WayIn.of(link).poster(review.opened_at), pages=1)
        is_in_order(WayIn.of(link).letter(review.opened_at), pages=1)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("side", Audience)
def test_a_form_has_room_for_every_name(side: Audience, large: bool, review: Review) -> None:
    for link in links(review, side):
        is_in_order(Form.of(link).pdf(review.opened_at, large=large))


def test_a_poster_keeps_a_gap_between_its_parts(review: Review) -> None:
    for side in Audience:
        for link in links(review, side):
            there = list(texts(Paper(WayIn.of(link).poster(review.opened_at)).reader.pages[0]))
            heading = next(one for one in there if one.words.startswith("Point your"))
            above = [one for one in there if one.bottom >= heading.top and one.left < heading.left]
            assert min(one.bottom for one in above) - heading.top > heading.size / 2


def test_points_of_a_list_stand_further_apart_than_their_lines(review: Review) -> None:
    link = next(links(review, Audience.FAMILIES))
    large, letter = Form.of(link).pdf(review.opened_at, large=True), WayIn.of(link).letter(review.opened_at)
    for written in (large, letter):
        steps = list(_steps(Paper(written)))
        assert steps
        assert all(between > within + 1 for within, between in steps)


def _steps(read: Paper) -> Iterator[tuple[float, float]]:
    """For each point that follows one of several lines: how far its lines are apart, and the two points."""
    for page in read.reader.pages:
        there = [one for one in texts(page) if one.words.strip()]
        for place, one in enumerate(there):
            if one.words.strip() != "•" or place < 4 or there[place - 3].words.strip() != "•":
                continue
            first, second = there[place - 2], there[place - 1]
            if second.line < first.line:
                yield first.line - second.line, second.line - one.line
