"""A page for each thing that can go wrong: what happened, what to do, and never what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.test import Client, RequestFactory

from alongside.look import again, errors
from alongside.look.context import theme_of

KEY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def asked(path: str = "/stories/4711/", **said: str) -> HttpRequest:
    request = RequestFactory().get(path, **said)
    request.session = {}  # type: ignore[assignment]
    return request


@pytest.mark.django_db
def test_not_yours_is_not_there() -> None:
    one, other = Client().get("/nothing-here/"), Client().get("/nothing/else-here/")
    assert one.status_code == other.status_code == 404
    assert one.content == other.content
    assert b"nothing-here" not in one.content
    assert b"There is nothing here for you to see" in one.content


@pytest.mark.django_db
def test_refused_says_the_same() -> None:
    refused = errors.refused(asked(), PermissionDenied("secret"))
    missing = errors.not_found(asked(), Http404("secret"))
    assert (refused.status_code, missing.status_code) == (403, 404)
    assert refused.content == missing.content
    assert b"secret" not in refused.content


@pytest.mark.django_db
def test_a_page_used_another_way_is_no_blank_page() -> None:
    """What was typed into a form that is no form any more comes back."""
    answer = Client().post("/about/", {"happened": "We waited an hour."})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert b"This page cannot be used like that" in answer.content
    assert b"We waited an hour." in answer.content


def test_broken_asks_nothing_of_the_database() -> None:
    """No fixture gives this test a database, so any query would fail it."""
    answer = errors.broken(asked())
    assert answer.status_code == 500
    assert b"Sorry, something broke on our side" in answer.content
    assert b"4711" not in answer.content


def posted(**said: str) -> HttpRequest:
    typed = {"csrfmiddlewaretoken": "t0ken", "key": KEY, "words": "Nobody rang\r\nback."}
    return RequestFactory().post("/stories/4711/?a=b", typed, **said)


def test_what_breaks_gives_the_words_back_to_be_sent_again() -> None:
    page = errors.broken(posted(HTTP_ORIGIN="http://testserver")).content.decode()
    assert "Nothing you wrote is lost" in page
    assert "Nobody rang\r\nback.</textarea>" in page
    assert 'action="/stories/4711/?a=b"' in page
    assert f'name="key" value="{KEY}"' in page
    assert 'name="csrfmiddlewaretoken" value="t0ken"' in page


def test_a_database_that_is_away_is_no_fault_of_ours_for_long() -> None:
    try:
        raise OperationalError("no room: name@home.example")
    except OperationalError:
        answer = errors.broken(posted())
    assert answer.status_code == 503
    assert answer["Retry-After"] == errors.A_MINUTE
    assert b"We cannot get at our records just now" in answer.content
    assert b"home.example" not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
@pytest.mark.parametrize(
    "page", [errors.broken, errors.form_too_old, lambda r: errors.not_found(r, Http404())]
)
def test_words_of_a_strangers_page_are_shown_and_never_sent(
    page: Callable[[HttpRequest], HttpResponse], origin: str
) -> None:
    html = page(posted(HTTP_ORIGIN=origin)).content.decode()
    assert "Nobody rang" in html
    assert "/stories/4711/" not in html
    assert KEY not in html


def test_a_bad_request_is_answered_even_from_a_wrong_host() -> None:
    answer = errors.bad_request(asked(HTTP_HOST="evil.example:::"), SuspiciousOperation())
    assert answer.status_code == 400
    assert b"evil" not in answer.content


@pytest.fixture
def too_old() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.mark.django_db
def test_a_form_too_old_gives_the_words_back(too_old: Client) -> None:
    typed = {
        "csrfmiddlewaretoken": "stale",
        "key": KEY,
        "what_happened": "The letter came <b>late</b>.\r\nTwice.",
        "name": "Cara",
        "empty": " ",
    }
    answer = too_old.post(
        "/light-or-dark/", typed, headers={"referer": "http://testserver/light-or-dark/?a=b"}
    )
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Nothing you wrote is lost" in page
    assert "The letter came &lt;b&gt;late&lt;/b&gt;.\r\nTwice.</textarea>" in page
    assert "What happened</label>" in page
    assert "Cara</textarea>" in page
    assert 'href="/light-or-dark/">Open the page again' in page
    assert answer["Cache-Control"] == "no-store"
    assert "stale" not in page
    assert "7c9e6679" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("referer", ["https://evil.example/", "//evil.example", ""])
def test_a_form_too_old_leads_nowhere_else(too_old: Client, referer: str) -> None:
    page = too_old.post("/light-or-dark/", {}, headers={"referer": referer}).content.decode()
    assert "evil" not in page
    assert "Nothing is lost." in page


def test_a_line_gone_dead_loses_only_itself() -> None:
    class Dead:
        @property
        def POST(self) -> QueryDict:  # noqa: N802
            raise OSError

    assert again.typed(Dead()) is None  # type: ignore[arg-type]


def test_only_two_themes_are_known() -> None:
    request = asked()
    request.COOKIES["theme"] = '"><script>'
    assert theme_of(request) == ""


def test_no_page_has_a_style_or_a_script_in_it() -> None:
    templates = (Path(errors.__file__).parent / "templates").rglob("*.html")
    for template in templates:
        text = template.read_text("utf-8")
        assert " style=" not in text, template
        assert "<style" not in text, template
        assert "onclick" not in text, template
        assert text.count("<script") == text.count('<script type="module" src='), template
