"""A file goes out so that no browser takes it for a page of ours."""

from __future__ import annotations

import pytest
from django.http import Http404

from alongside.documents import serving, shelf

from .pdfs import pdf


def test_a_picture_stands_on_a_page_and_can_do_nothing(sends) -> None:
    answer = serving.shown(sends(name="Mrs Hill.jpg"))
    assert b"".join(answer)[:3] == b"\xff\xd8\xff"
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == 'inline; filename="picture.jpg"'
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"


def test_evidence_is_put_by_under_a_safe_name(sends) -> None:
    answer = serving.attached(sends(pdf(), 'a"; filename=b.exe;x é.pdf', "evidence"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''a-")
    assert answer["Content-Disposition"].endswith(".pdf")
    assert answer["Content-Disposition"].count(";") == 1
    b"".join(answer)


def test_text_is_text_and_never_stands_on_a_page(sends) -> None:
    answer = serving.shown(sends(b"<script>alert(1)</script>", "a.txt", "evidence"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment")
    b"".join(answer)


@pytest.mark.parametrize("called", ["...jpg", "////.jpg", "", "\u0645.jpg"])
def test_whatever_it_was_called_it_has_a_name(sends, called: str) -> None:
    file = sends()
    file.name = called
    assert serving.safe_name(file).endswith(".jpg")
    assert len(serving.safe_name(file)) > 4


def test_a_file_that_is_gone_is_not_there(sends) -> None:
    file = sends()
    shelf.take_away(file.pk)
    with pytest.raises(Http404):
        serving.shown(file)


def test_a_file_that_somebody_changed_is_not_there(sends) -> None:
    file = sends()
    shelf.take_away(file.pk)
    shelf.put(file.pk, b"something else", file.on)
    with pytest.raises(Http404):
        serving.shown(file)
