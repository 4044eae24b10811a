"""Two rounds that are over, and what their page, PDF and Word file say."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import docx
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from alongside.charter.answers import Answer, Sheet
from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.models import Review
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby


def handed_in(review: Review, side: Audience, many: int, **levels: str) -> None:
    """So many sheets that say the same, at once; how one is handed in is tried elsewhere."""
    sheets = Sheet.objects.bulk_create(
        Sheet(review=review, audience=side, how=Sheet.How.LINK) for _ in range(many)
    )
    Answer.objects.bulk_create(
        Answer(sheet=sheet, statement=one, level=level) for sheet in sheets for one, level in levels.items()
    )


def two_rounds(netherby: Netherby, edition: Edition, now: datetime) -> tuple[Review, Review]:
    """Two rounds, a year apart: what is clear has moved for families, and three young people took part."""
    made = []
    for number, many_not in enumerate((19, 12)):
        at = now + timedelta(days=365 * number)
        review = Review.open(netherby.school, edition, netherby.farah, at)
        handed_in(review, Audience.FAMILIES, 8, heard="always", safe="always", clear="always")
        handed_in(review, Audience.FAMILIES, many_not, heard="always", safe="always", clear="not-yet")
        handed_in(review, Audience.STAFF, 21, safe="always", clear="always")
        handed_in(review, Audience.YOUNG_PEOPLE, 3, safe="not-yet")
        review.close(netherby.farah, at)
        made.append(review)
    return made[0], made[1]


def page_of(browser: Client, review: Review) -> LexborHTMLParser:
    """The result's page, without header and footer."""
    whole = LexborHTMLParser(browser.get(reverse("charter:review", args=[review.pk])).content.decode())
    return LexborHTMLParser(whole.css_first("main").html or "")


def words_of(page: LexborHTMLParser) -> str:
    return " ".join(page.text(separator=" ").split())


def pdf_of(browser: Client, review: Review) -> Paper:
    return Paper(b"".join(browser.get(reverse("charter:result_pdf", args=[review.pk]))))


def word_of(browser: Client, review: Review) -> docx.document.Document:
    return docx.Document(io.BytesIO(b"".join(browser.get(reverse("charter:result_docx", args=[review.pk])))))


def all_of(file: docx.document.Document) -> str:
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in file.paragraphs), *cells])
