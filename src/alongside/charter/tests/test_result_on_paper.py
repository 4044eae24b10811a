"""The result of a round on paper says what its page says, in the same order, and nothing more."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime

import docx
import pytest
from django.test import Client
from django.urls import reverse

from alongside.charter.editions import Edition
from alongside.charter.frameworks import found
from alongside.charter.models import Review
from alongside.charter.paper.result import Printed
from alongside.charter.paper.word import word
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby
from alongside.people.models import Person

from .on_paper import all_of, page_of, pdf_of, two_rounds, word_of, words_of

Browser = Callable[[Person | None], Client]
NUMBERS = re.compile(r"(?<![\w.-])\d+(?![\w.-])")


@pytest.fixture
def rounds(netherby: Netherby, edition: Edition, now: datetime) -> tuple[Review, Review]:
    return two_rounds(netherby, edition, now)


@pytest.fixture
def second(rounds: tuple[Review, Review]) -> Review:
    return rounds[1]


def test_a_screen_reader_can_read_it(second: Review, client: Client) -> None:
    read = pdf_of(client, second)
    assert read.lacks() == []
    assert read.reader.metadata.title == "Beck Lane Primary, seen from all sides"
    assert [str(one["/T"]) for name, one in read.tags() if name == "/H1"] == [
        "How Beck Lane Primary is, seen from all sides"
    ]


def test_each_table_says_which_cells_are_its_heads(second: Review, client: Client) -> None:
    names = [name for name, _ in pdf_of(client, second).tags()]
    assert names.count("/Table") == names.count("/THead") == 2
    assert names.count("/TH") == 4 + 2  # everything, by three sides; what changed, for families
    assert "/Figure" not in names  # each drawing repeats what is written beside it


def test_headings_stand_in_the_order_of_the_page(second: Review, client: Client) -> None:
    on_page = [" ".join(one.text().split()) for one in page_of(client, second).css("h1, h2")]
    on_paper = [words for _, words in pdf_of(client, second).headings("/H1", "/H2")]
    both = [words for words in on_paper if words in on_page]
    assert both == [words for words in on_page if words in on_paper]
    assert on_paper[0] == on_page[0]
    assert {"What is strong", "Where it looks different", "To talk about"} <= set(both)
    assert on_paper.index("What is strong") < on_paper.index("Where it looks different")


@pytest.mark.parametrize("read", [lambda *of: pdf_of(*of).text, lambda *of: all_of(word_of(*of))])
def test_no_number_that_is_not_on_a_public_page(
    read: Callable[..., str], rounds: tuple[Review, Review], client: Client
) -> None:
    said = read(client, rounds[1])
    shown = " ".join(words_of(page_of(client, one)) for one in rounds)
    beside = re.sub(r"Page \d+ of \d+|Snapshot of \d+ \w+ \d+|\S*reviews/\s?\S+", " ", said)
    beside = beside.replace("every 10", " ")
    assert set(NUMBERS.findall(beside)) <= set(NUMBERS.findall(shown))
    assert "4 in 10" in beside


def test_sides_of_fewer_than_eight_get_a_sheet_without_figures(second: Review, client: Client) -> None:
    said = pdf_of(client, second).text
    assert "Of children and young people, fewer than eight took part, or nobody." in said
    sheet = said.partition("A sheet to talk about: children and young people")[2]
    assert "I feel safe here, and I like coming." in sheet
    assert "What is good here?" in sheet
    assert "What would make it even better?" in sheet
    assert " in 10" not in sheet


def test_it_says_what_changed_and_where_the_page_is(second: Review, client: Client, settings) -> None:
    settings.PUBLIC_ADDRESS = "https://alongside.example"
    read = pdf_of(client, second)
    assert "3 in 10, now 4 in 10" in read.text
    assert "Around 20 families answered. Around 20 staff answered." in read.text
    assert "We show how many in every 10 chose “Mostly” or “Always”." in read.text
    to = [note["/A"]["/URI"] for page in read.reader.pages for note in page.get("/Annots", [])]
    assert set(to) == {f"https://alongside.example/reviews/{second.pk}/"}


def test_the_first_round_has_nothing_that_changed(rounds: tuple[Review, Review], client: Client) -> None:
    assert "What changed" not in pdf_of(client, rounds[0]).text


def test_a_round_that_runs_has_no_result(review: Review, netherby: Netherby, client_of: Browser) -> None:
    for who in (None, netherby.farah, netherby.jo):
        for name in ("result_pdf", "result_docx"):
            assert client_of(who).get(reverse(f"charter:{name}", args=[review.pk])).status_code == 404


@pytest.mark.parametrize("odd", ["= #panic() $x$", 'O\'Brien "&" <b>', "a\x00\u202eb", "مدرسة 😀"])
def test_whatever_a_place_is_called_it_is_called_that(odd: str, second: Review, now: datetime) -> None:
    second.organisation.name = odd
    printed = Printed.of(second, now)
    assert Paper(printed.pdf()).lacks() == []
    assert docx.Document(io.BytesIO(word(printed))).core_properties.title.endswith(", seen from all sides")


def test_a_round_of_open_questions_is_a_sheet_to_talk_about(netherby: Netherby, now: datetime) -> None:
    review = Review.open(netherby.school, Edition.of(found()["workshop", "2026-11"]), netherby.farah, now)
    review.close(netherby.farah, now)
    read = Paper(Printed.of(review, now).pdf())
    assert read.lacks() == []
    assert next(words for _, words in read.headings("/H2")) == "To talk about"
    assert "Work in partnership" in read.text
