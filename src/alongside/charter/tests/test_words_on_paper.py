"""What people wrote stands on paper as on the page: word for word, read first, and never of too few."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from alongside.charter.answers import Filled, hand_in
from alongside.charter.framework import Audience
from alongside.charter.models import Comment, Review
from alongside.people.demo import Netherby

from .on_paper import all_of, handed_in, page_of, pdf_of, word_of, words_of

ODD = [
    '#read("/settings.py") $x$ *not strong* = no heading',
    'O\'Brien & <b>Sons</b> "said" \\u{41}',
    "Two lines\nand a <w:p/> // gone?",
    "مدرسة טובה \u202egnp.exe",
]


@pytest.fixture
def wrote(review: Review, netherby: Netherby, now: datetime) -> Review:
    """Some families wrote, and nobody has read the last of them yet. So did one young person."""
    handed_in(review, Audience.FAMILIES, 20, safe="always")
    for number, words in enumerate([*ODD, "Nobody has read this yet."]):
        hand_in(review, Audience.FAMILIES, Filled({}, {("welcome", "good"): words}), now)
        if number < len(ODD):
            Comment.objects.exclude(reading__passed__isnull=False).get().reading.pass_on(
                netherby.gwen, 0, now
            )
    hand_in(review, Audience.YOUNG_PEOPLE, Filled({}, {("welcome", "better"): "The bell is loud."}), now)
    Comment.objects.get(audience="young_people").reading.pass_on(netherby.gwen, 0, now)
    review.close(netherby.farah, now)
    return review


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_words_come_out_as_they_were_written(wrote: Review, client: Client) -> None:
    read, file = pdf_of(client, wrote), all_of(word_of(client, wrote))
    assert read.lacks() == []
    assert ("/H3", "Welcome and care: What is good here?") in read.headings()
    for words in ODD[:3]:
        assert squeezed(words) in squeezed(read.text)
        assert squeezed(words) in squeezed(file)
    assert "gnp.exe" in read.text
    assert "\u202e" not in read.text + file


def test_what_the_page_does_not_show_is_not_on_paper(wrote: Review, client: Client) -> None:
    for said in (
        words_of(page_of(client, wrote)),
        pdf_of(client, wrote).text,
        all_of(word_of(client, wrote)),
    ):
        assert "Nobody has read this yet" not in said
        assert "The bell is loud" not in said
