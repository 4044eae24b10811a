"""What is asked, on paper: numbered as it is typed in, in large print too, and a sheet for a table."""

from __future__ import annotations

from datetime import datetime

import pytest

from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.frameworks import found
from alongside.charter.models import Link, Review
from alongside.charter.paper.form import Form
from alongside.charter.reviews import asked
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby


def forms_of(review: Review) -> list[Link]:
    links = list(review.links.all())
    for link in links:
        link.review = review
    return links


@pytest.mark.parametrize("large", [False, True])
def test_each_statement_is_numbered_with_a_box_for_each_level(review: Review, large: bool) -> None:
    for link in forms_of(review):
        side = Audience(link.audience)
        read = Paper(Form.of(link).pdf(review.opened_at, large=large))
        statements = [one for section in review.framework.sections for one in section.asked_of(side)]
        squeezed = "".join(read.text.split())
        assert read.lacks() == []
        for number, one in enumerate(statements, start=1):
            after = f"{number}." if large else str(number)
            assert "".join(f"{after}{one.says(side)}".split()) in squeezed
        assert squeezed.count("1234" if not large else "1Notyet") >= len(statements)
        assert read.text.index("What is good here?") < read.text.index("What would make it even better?")


def test_the_numbers_on_the_boxes_are_those_that_are_typed_in(review: Review) -> None:
    form = Form.of(forms_of(review)[0])
    assert list(enumerate(form.levels, start=1)) == [
        (1, "Not yet"),
        (2, "Sometimes"),
        (3, "Mostly"),
        (4, "Always"),
    ]
    numbers = [one["number"] for section in form.sections for one in section["statements"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_nothing_in_large_print_is_smaller_than_eighteen_points(review: Review) -> None:
    link = forms_of(review)[0]
    sizes: dict[float, str] = {}

    def look(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.setdefault(round(size * abs(tm[0] or 1), 1), text)

    for page in Paper(Form.of(link).pdf(review.opened_at, large=True)).reader.pages:
        page.extract_text(visitor_text=look)
    small = {words for size, words in sizes.items() if size < 18}
    assert {words.strip()[:1] for words in small} <= set("01234")  # for whoever types it in


def test_open_questions_make_a_sheet_for_a_table(netherby: Netherby, now: datetime) -> None:
    review = Review.open(netherby.school, Edition.of(found()["workshop", "2026-11"]), netherby.farah, now)
    assert asked(review.framework) == list(Audience)
    for large in (False, True):
        read = Paper(Form.of(forms_of(review)[0]).pdf(now, large=large))
        assert read.lacks() == []
        sections = [words for _, words in read.headings("/H2")]
        assert sections == [section.name for section in review.framework.sections]
        asks = [words for _, words in read.headings("/H3")]
        assert asks == [one.asks for one in review.framework.questions] * len(sections)
