"""A page made for someone is kept by no browser and no proxy."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from alongside.look.context import look
from alongside.look.middleware import careful, never_kept


class Viewer(SimpleNamespace):
    def __bool__(self) -> bool:
        return bool(self.person)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def answer(
    person: object = None, ways_back: frozenset[int] = frozenset(), draft: bool = False
) -> HttpResponse:
    request: Any = HttpRequest()
    request.viewer = Viewer(person=person, ways_back=ways_back)
    request.session = SimpleNamespace(is_empty=lambda: not draft)
    return never_kept(page)(request)


@pytest.mark.parametrize("who", [{"person": "Asha"}, {"ways_back": frozenset({1})}, {"draft": True}])
def test_what_is_someones_is_not_kept(who: dict[str, Any]) -> None:
    assert answer(**who)["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("kwargs", "printed"), [({"token": "s3cret"}, ""), ({}, "/replies/s3cret/")])
def test_a_secret_address_is_neither_kept_nor_printed(kwargs: dict[str, str], printed: str) -> None:
    request: Any = RequestFactory().get("/replies/s3cret/")
    request.resolver_match = SimpleNamespace(kwargs=kwargs)
    assert (never_kept(page)(request).get("Cache-Control") == "no-store") is (printed == "")
    assert look(request)["page_address"].endswith(printed)
    assert bool(look(request)["page_address"]) is bool(printed)


def test_what_is_everybodys_may_be() -> None:
    assert "Cache-Control" not in answer()


def test_no_page_may_use_camera_microphone_or_place() -> None:
    for thing in ("camera", "microphone", "geolocation"):
        assert f"{thing}=()" in careful(page)(HttpRequest())["Permissions-Policy"]


def test_it_stands_even_where_nobody_was_looked_up() -> None:
    response = never_kept(page)(HttpRequest())
    assert "Cache-Control" not in response
