"""What breaks out is seen, and words that are only shown are left in peace."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.template import engines

from .keeping import fit, unkind
from .payloads import payloads
from .spotting import made_by_words

PLACES = (
    "<p>{{ words|safe }}</p>",
    '<input value="{{ words|safe }}">',
    "<input value='{{ words|safe }}'>",
    "<input value={{ words|safe }}>",
    "<textarea>{{ words|safe }}</textarea>",
    "<!-- {{ words|safe }} -->",
    "<select><option>{{ words|safe }}</option></select>",
    "<script>var a = {{ words|safe }}</script>",
    '<style>p { content: "{{ words|safe }}" }</style>',
    '<a href="{{ words }}">a</a>',
    "<b {{ words }}>a</b>",
    "<title>{{ words|safe }}</title>",
)
"""Places where words come out of a template as they should not."""


def shown(template: str, words: str) -> str:
    return engines["django"].from_string(f"<!DOCTYPE html><body>{template}").render({"words": words})


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_lets_them_out_is_seen(place: str) -> None:
    assert any(made_by_words(shown(place, one)) for one in payloads())


@pytest.mark.parametrize("place", ["<p>{{ words }}</p>", '<input value="{{ words }}" title="{{ words }}">'])
def test_a_place_that_keeps_them_in_is_left_in_peace(place: str) -> None:
    assert [one for one in payloads() if made_by_words(shown(place, one))] == []


def test_what_was_worked_out_is_seen() -> None:
    worked_out = [engines["django"].from_string(one).render({}) for one in ("zq001{{ 49 }}",)]
    assert made_by_words(worked_out[0]) == ["worked out: zq00149"]


def test_most_payloads_would_do_something_if_they_were_let_out() -> None:
    out = [one for one in payloads() if made_by_words(shown("<p>{{ words|safe }}</p>", one))]
    assert len(out) > 100
    assert len(set(payloads())) == len(payloads()) >= 200


def test_a_refusal_without_a_sentence_or_without_the_words_is_seen() -> None:
    bare = HttpResponse("<form method=post><textarea name=a>other</textarea></form>", status=422)
    assert unkind(bare, "a", "mine") == ["no sentence", "the words are not given back"]
    summary = '<div class="govuk-error-summary">Look.</div>'
    kind = f"{summary}<form method=post><textarea name=a>mine</textarea></form>"
    assert unkind(HttpResponse(kind, status=422), "a", "mine") == []


def test_words_that_were_changed_do_not_count_as_kept() -> None:
    assert "We  waited" in fit(" We  waited\r\n")
    assert not fit("O'Brien") & {"O&#x27;Brien", "OBrien", "O"}
