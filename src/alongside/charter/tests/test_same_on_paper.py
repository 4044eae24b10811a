"""Whatever the page of a result says stands on paper too: each heading, and what was promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from pypdf import PageObject

from alongside.charter import demo, said
from alongside.charter.answers import Filled, hand_in
from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.models import Comment, Review
from alongside.charter.paper.result import Printed
from alongside.documents.tests.lying import cut_off, overlapping, texts
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby
from alongside.promises.states import NEXT_REVIEW

from .on_paper import all_of, handed_in, page_of, pdf_of, word_of, words_of
from .test_from_a_gap import DAY, seated

__all__ = ["seated"]
YEAR = timedelta(days=365)
ON_SCREENS = "To take along"
"""The one heading that paper does not need: it leads to the paper."""
FOOT = 62
"""Points from the edge of the paper to the end of what stands above the foot."""
WHY = "The printer holds one size = $x$ *of paper*."
SHARED = {name: words.partition("{}")[2] or words for name, words in vars(said).items() if name.isupper()}
ELSEWHERE = {"OPEN_LEAD", "CANNOT_SAY"}


@pytest.fixture
def full(netherby: Netherby, edition: Edition, now: datetime, seated: None) -> Review:
    """A second round with everything: promises, a no, an offer, words, and a side of too few."""
    first = _round(netherby, edition, now, many_not=19)
    demo.promised(netherby, first, now)
    second = _round(netherby, edition, now + YEAR, many_not=12)
    later = now + YEAR + DAY
    demo.asked_for(netherby, second, later, title="Letters in large print").refuse(
        netherby.farah, WHY, later + DAY
    )
    demo.offered(netherby, second, later, title="Nobody has said yes to this")
    return second


def _round(n: Netherby, edition: Edition, at: datetime, many_not: int) -> Review:
    review = Review.open(n.school, edition, n.farah, at)
    handed_in(review, Audience.FAMILIES, 8, heard="always", safe="always", clear="always")
    handed_in(review, Audience.FAMILIES, many_not, heard="always", safe="always", clear="not-yet")
    handed_in(review, Audience.STAFF, 21, safe="always", clear="always")
    handed_in(review, Audience.YOUNG_PEOPLE, 3, safe="not-yet", clear="always")
    hand_in(review, Audience.FAMILIES, Filled({}, {("welcome", "good"): "They know us."}), at)
    Comment.objects.get(review=review).reading.pass_on(n.gwen, 0, at)
    review.close(n.farah, at)
    return review


def test_every_heading_of_the_page_stands_on_paper(full: Review, client: Client) -> None:
    page, read, file = page_of(client, full), pdf_of(client, full), word_of(client, full)
    on_page = [(one.tag, " ".join(one.text().split())) for one in page.css("h1, h2, h3")]
    on_page = [(tag, words) for tag, words in on_page if words != ON_SCREENS]
    on_paper = [(tag.strip("/").lower(), words) for tag, words in read.headings()]
    in_word = [
        (f"h{one.style.name[-1]}", one.text)
        for one in file.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert {said.PROMISED, said.WORDS, said.TALK, said.REST} < {words for _, words in on_page}
    for there in (on_paper, in_word):
        assert [one for one in there if one in on_page] == on_page


def test_paper_says_what_was_promised_and_how_it_went(full: Review, client: Client) -> None:
    page, read, file = page_of(client, full), pdf_of(client, full), word_of(client, full)
    assert read.lacks() == []
    for words in (words_of(page), read.text, " ".join(all_of(file).split())):
        for there in (
            str(demo.LETTER["title"]),
            NEXT_REVIEW.text,
            "Since this promise, families went from 3 in 10 to 4 in 10.",
            "Letters in large print",
            "No, because…",
            WHY,
        ):
            assert squeezed(there) in squeezed(words)
        assert "Nobody has said yes to this" not in words


def test_paper_says_on_which_day_it_stood_so(full: Review) -> None:
    printed = Printed.of(full, full.closed.at + 30 * DAY)
    assert printed.as_of == "As it stood on 11 April 2027."
    assert printed.as_of in Paper(printed.pdf()).text


def test_where_nothing_was_promised_nothing_is_said(
    netherby: Netherby, edition: Edition, now: datetime
) -> None:
    printed = Printed.of(_round(netherby, edition, now, many_not=19), now)
    assert printed.promised == []
    assert said.PROMISED not in Paper(printed.pdf()).text


@pytest.mark.parametrize("name", sorted(SHARED.keys() - ELSEWHERE))
def test_a_shared_sentence_is_the_same_on_the_page(name: str, full: Review, client: Client) -> None:
    for words in (words_of(page_of(client, full)), pdf_of(client, full).text):
        assert squeezed(SHARED[name]) in squeezed(words)


@pytest.mark.long
def test_no_heading_stands_alone_at_the_foot_of_a_page(full: Review) -> None:
    whole = Printed.of(full, full.closed.at + DAY)
    printed = replace(whole, parts=whole.parts[:2], table=None, talks=[])
    for lines in range(0, 50, 2):
        read = Paper(replace(printed, lead="\n".join("a" * (lines + 1))).pdf())
        leading = [words for _, words in read.headings()]
        leading += [said.READ_FIRST, said.STRONG_SAYS, printed.as_of]
        for page in read.reader.pages:
            assert not any(squeezed(words).endswith(_last_line(page)) for words in leading)


def test_no_text_of_a_result_lies_on_another_or_is_cut_off(full: Review, client: Client) -> None:
    for page in pdf_of(client, full).reader.pages:
        assert overlapping(page) == []
        assert cut_off(page) == []


def _last_line(page: PageObject) -> str:
    """What stands lowest on it, above its foot."""
    there = [one for one in texts(page) if one.bottom > FOOT]
    lowest = min(one.line for one in there)
    return squeezed("".join(one.words for one in there if one.line < lowest + 1))


def squeezed(words: str) -> str:
    return "".join(words.split())
