"""Every page says where it is: the area, at most five links on top, the whole map at the foot."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from alongside.look.context import COOKIE as THEME
from alongside.look.views import YEAR
from alongside.people.demo import Netherby
from alongside.people.models import Area, Organisation, Person
from alongside.people.viewer import NOBODY, Viewer
from alongside.safety import drafts
from alongside.website.context import way_about
from alongside.welcome import cookies, lasting

Browser = Callable[[Person | None], Client]


def context(path: str, viewer: Viewer, area: Area | None = None) -> dict[str, object]:
    request = RequestFactory().get(path)
    request.viewer = viewer  # type: ignore[attr-defined]
    request.resolver_match = resolve(path)
    if area:
        request.area = area  # type: ignore[attr-defined]
    return way_about(request)


def texts(links: object) -> list[str]:
    return [link.text for link in links]  # type: ignore[attr-defined]


def test_nobody_is_shown_what_everyone_may_do(netherby: Netherby) -> None:
    assert texts(context("/netherby/", NOBODY)["nav"]) == [
        "Tell us how it is",
        "You said, together we did",
        "Words we use",
        "Sign in",
    ]


@pytest.mark.parametrize(
    ("who", "first"),
    [
        ("cara", ["My page", "My groups"]),
        ("jo", ["My desk", "My page"]),
        ("gwen", ["My page", "Voices to read"]),
        ("kit", ["My page", "Voices to read", "My organisation"]),
        ("hal", ["My page", "Concerns"]),
        ("ben", ["My page", "My organisation"]),
    ],
)
def test_each_finds_what_they_come_for(netherby: Netherby, who: str, first: list[str]) -> None:
    nav = texts(context("/my/", Viewer(netherby.people[who]))["nav"])
    assert nav[: len(first)] == first
    assert len(nav) <= 5


def test_the_map_at_the_foot_holds_every_link_on_top(netherby: Netherby) -> None:
    for who in netherby.people.values():
        said = context("/my/", Viewer(who))
        at_the_foot = {link.href for column in said["map_links"] for link in column}  # type: ignore[attr-defined]
        assert {link.href for link in said["nav"]} <= at_the_foot  # type: ignore[attr-defined]


def test_the_page_one_is_on_is_marked(netherby: Netherby) -> None:
    nav = context("/netherby/together/", NOBODY)["nav"]
    assert [link.text for link in nav if link.current == "page"] == ["You said, together we did"]  # type: ignore[attr-defined]
    thread = "/promises/6b1c0f5e-8f0a-5f53-9b6e-0a6d5e7f2c11/"
    nav = context(thread, NOBODY)["nav"]
    assert [link.current for link in nav if link.text.startswith("You said")] == ["part"]  # type: ignore[attr-defined]


def test_a_role_counts_in_its_own_area_only(netherby: Netherby) -> None:
    here = texts(context("/netherby/", Viewer(netherby.dev), netherby.area)["nav"])
    assert "My desk" not in here
    assert "My desk" in texts(context("/my/", Viewer(netherby.dev))["nav"])


def test_it_costs_one_query_at_most(netherby: Netherby, now: datetime) -> None:
    with CaptureQueriesContext(connection) as seen:
        context("/my/", NOBODY)
    assert len(seen) <= 1
    viewer = Viewer(netherby.jo)
    assert viewer.roles
    with CaptureQueriesContext(connection) as seen:
        context("/my/", viewer)
    assert len(seen) <= 1
    with CaptureQueriesContext(connection) as seen:
        context("/netherby/", NOBODY, netherby.area)
    assert len(seen) == 0


def test_one_open_area_is_the_first_page(netherby: Netherby, client_of: Browser) -> None:
    answer = client_of(None).get("/")
    assert answer.status_code == 302
    assert answer["Location"] == "/netherby/"


def test_several_open_areas_are_a_list(netherby: Netherby, client_of: Browser) -> None:
    Organisation.objects.create(area=netherby.elsewhere, name="Overfell Forum", kind=Organisation.Kind.FORUM)
    page = client_of(None).get("/").content.decode()
    assert page.index("Netherby") < page.index("Overfell")


def test_no_area_at_all_is_said_plainly(db: None, client_of: Browser) -> None:
    assert "No area is open here yet." in client_of(None).get("/").content.decode()


def test_an_area_that_is_not_there_is_not_found(netherby: Netherby, client_of: Browser) -> None:
    assert client_of(None).get("/nowhere/").status_code == 404
    assert client_of(None).get("/nowhere/help/").status_code == 404


@pytest.mark.parametrize("page", ["help", "privacy", "accessibility", "who-can-see-what"])
def test_what_the_site_says_about_itself(netherby: Netherby, client_of: Browser, page: str) -> None:
    said = client_of(None).get(f"/netherby/{page}/").content.decode()
    assert len(re.findall("<h1", said)) == 1
    assert "01632 960 142" in said


def test_the_privacy_page_tells_the_rules_that_are_carried_out(
    netherby: Netherby, client_of: Browser
) -> None:
    from html import unescape

    from alongside.website.endings import rules

    said = unescape(client_of(None).get("/netherby/privacy/").content.decode())
    for rule in rules():
        assert rule.sentence in said


def test_the_privacy_page_names_every_cookie(netherby: Netherby, client_of: Browser) -> None:
    said = client_of(None).get("/netherby/privacy/").content.decode()
    listed = dict(re.findall(r"<li><b>(\w+)</b>.*?It stays for (.*?)[.,]", said))
    lives = {
        settings.SESSION_COOKIE_NAME: (settings.SESSION_COOKIE_AGE, "two weeks"),
        settings.CSRF_COOKIE_NAME: (settings.CSRF_COOKIE_AGE, "a year"),
        drafts.COOKIE: (drafts.LIFE.total_seconds(), "24 hours"),
        THEME: (YEAR, "a year"),
        "asked": (lasting.LIVES.total_seconds(), "15 minutes"),
        "known": (cookies.KNOWN_FOR.total_seconds(), "400 days"),
    }
    day = 24 * 60 * 60
    words = {"two weeks": 14, "24 hours": 1, "15 minutes": 15 / 24 / 60, "400 days": 400, "a year": 365}
    assert listed == {name: word for name, (_seconds, word) in lives.items()}
    assert [name for name, (lasts, word) in lives.items() if abs(lasts / day - words[word]) > 1] == []


def test_machines_get_their_two_lines(netherby: Netherby, client_of: Browser) -> None:
    assert client_of(None).get("/healthz").content == b"ok\n"
    robots = client_of(None).get("/robots.txt").content.decode()
    assert "Disallow: /way-back/" in robots


def test_who_found_a_hole_reads_whom_to_tell(db: None, client_of: Browser, settings: Any) -> None:
    settings.SECURITY_CONTACT = "holes@netherby.example"
    said = client_of(None).get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:holes@netherby.example\n" in said
    until = datetime.fromisoformat(re.search(r"Expires: (\S+)", said)[1])  # type: ignore[index]
    assert timedelta(days=200) < until - timezone.now() < timedelta(days=365)
