"""The Word file of a result: real headings, heads of tables that are repeated, and a name that lasts."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from alongside.charter.editions import Edition
from alongside.charter.models import Review
from alongside.people.demo import Netherby

from .on_paper import all_of, pdf_of, two_rounds, word_of


@pytest.fixture
def second(netherby: Netherby, edition: Edition, now: datetime) -> Review:
    return two_rounds(netherby, edition, now)[1]


def test_the_word_file_has_real_headings_in_the_same_order(second: Review, client: Client) -> None:
    file = word_of(client, second)
    assert file.core_properties.title == "Beck Lane Primary, seen from all sides"
    assert file.core_properties.language == "en-GB"
    headings = [one.text for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [words for _, words in pdf_of(client, second).headings()]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in file.tables)
    assert "● Families: 4 in 10. □ Staff: nearly all." in all_of(file)


@pytest.mark.parametrize(
    ("name", "kind"), [("result_pdf", "pdf"), ("result_docx", "wordprocessingml.document")]
)
def test_it_is_put_by_under_a_name_that_says_what_it_is(
    name: str, kind: str, second: Review, client: Client
) -> None:
    answer = client.get(reverse(f"charter:{name}", args=[second.pk]))
    b"".join(answer)
    ending = name.partition("_")[2]
    called = f'attachment; filename="beck-lane-primary-the-four-cornerstones-round-2.{ending}"'
    assert answer["Content-Disposition"] == called
    assert answer["Content-Type"].endswith(kind)
    assert answer["Content-Security-Policy"].endswith("sandbox")
