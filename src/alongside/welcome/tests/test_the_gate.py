"""A page that is somebody's own sends a stranger to sign in, and back again, and nowhere else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from alongside.people.models import Person
from alongside.people.viewer import NOBODY, Request, Viewer

from ..gate import signed_in, way_on
from .conftest import Browser, Inbox

ELSEWHERE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example/",
    "/\\elsewhere.example/",
    "\\\\elsewhere.example/",
    "/\t/elsewhere.example/",
    "/\n/elsewhere.example/",
    "javascript:alert(1)",
    " /my/",
    "my/",
    "http:elsewhere.example",
    "/my/\r\nSet-Cookie: a=b",
    "",
]


@signed_in
def desk(request: Request, area: str) -> HttpResponse:
    """A page of somebody's own."""
    return HttpResponse(f"{request.viewer.person} in {area}")


def asking(path: str, viewer: Viewer, method: str = "GET") -> Request:
    """A request as our middleware makes it."""
    request = RequestFactory().generic(method, path)
    request.viewer = viewer  # type: ignore[attr-defined]
    return request  # type: ignore[return-value]


def test_a_stranger_signs_in_first() -> None:
    answer = desk(asking("/netherby/desk/?page=2", NOBODY), "netherby")

    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=%2Fnetherby%2Fdesk%2F%3Fpage%3D2"


def test_after_a_form_there_is_no_way_back_to_it() -> None:
    assert desk(asking("/netherby/desk/", NOBODY, "POST"), "netherby")["Location"] == "/sign-in/"


def test_who_is_in_sees_the_page(asha: Person) -> None:
    assert desk(asking("/netherby/desk/", Viewer(asha)), "netherby").content == b"Asha in netherby"


def test_the_way_on_is_kept_from_page_to_page(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    then = "?next=%2Fgroups%2F%3Fa%3Db"
    asked = browser.asks("asha@netherby.example", then=then)
    assert asked["Location"] == f"/sign-in/code/{then}"

    assert browser.types("0", then=then).status_code == 422
    assert browser.types(codes_sent()[0], then=then)["Location"] == "/groups/?a=b"


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nobody_is_led_elsewhere(asha: Person, browser: Browser, codes_sent: Inbox, wanted: str) -> None:
    then = f"?next={quote(wanted)}"
    assert way_on(RequestFactory().get(f"/sign-in/{then}")) == ""
    browser.asks("asha@netherby.example", then=then)

    assert browser.types(codes_sent()[0], then=then)["Location"] == "/my/"


@pytest.mark.parametrize("wanted", ["/my/", "/", "/netherby/desk/?page=2#top", "/a%20b/", "/café/"])
def test_our_own_paths_are_kept(wanted: str) -> None:
    assert way_on(RequestFactory().get("/sign-in/", {"next": wanted})) == wanted
