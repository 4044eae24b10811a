"""The teller's own page: one secret opens it, nobody has to sign in, and no browser keeps it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.utils import timezone

from alongside.messages.models import WayBack
from alongside.promises.models import Told, Verdict
from alongside.website.demo_town import Town

from .conftest import ask

Read = Callable[..., str]


def path(town: Town) -> str:
    return f"/way-back/{town.own_page}/"


def test_it_shows_what_was_said_and_what_came_of_it(town: Town, read: Read) -> None:
    page = read(path(town))
    assert "a corridor with two hundred people" in page
    assert "Beck Lane Primary answered" in page
    assert "Who is there in September" in page
    assert "rests on it" in page


def test_no_browser_and_no_search_engine_keeps_it(town: Town) -> None:
    answer = ask(town, path(town))
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    printed = answer.content.decode().split("al-printline")[-1].split("</p>")[0]
    assert town.own_page not in printed


def test_a_wrong_secret_opens_nothing(town: Town) -> None:
    assert ask(town, "/way-back/aaaaaaaaaaaaaaaaaaaaaaaaaa/").status_code == 404
    assert ask(town, "/way-back/aaaaaaaaaaaaaaaaaaaaaaaaaa/").content == ask(town, "/way-back/x/").content


def test_a_closed_way_back_opens_nothing(town: Town) -> None:
    found = WayBack.behind(town.own_page)
    assert found is not None
    found.close(timezone.now())
    assert ask(town, path(town)).status_code == 404


def test_the_secret_of_an_organisation_is_no_teller(town: Town) -> None:
    way_back, token = WayBack.open_new(
        area=town.n.area, channel="email", address="a@b.example", organisation=town.n.school
    )
    assert way_back.organisation_id
    assert ask(town, f"/way-back/{token}/").status_code == 404


def test_it_shows_nobody_elses_story(town: Town, read: Read) -> None:
    page = read(path(town), "cara")
    assert "The letter came two days after" not in page


def test_one_press_says_whether_it_helped(town: Town, read: Read) -> None:
    told = Told.objects.get(way_back=WayBack.behind(town.own_page))
    assert read(path(town)).count('value="yes"') == 1
    answer = Client().post(f"{path(town)}verdicts/{told.pk}/", {"answer": "yes"})
    assert answer.status_code == 302
    assert Verdict.objects.get(told=told).answer == "yes"
    assert "You said: <strong>Yes, this helped</strong>" in read(path(town))


def test_opening_it_says_nothing(town: Town, read: Read) -> None:
    read(path(town))
    told = Told.objects.get(way_back=WayBack.behind(town.own_page))
    assert not told.verdicts.exists()


def test_what_was_allowed_can_be_taken_back(town: Town, read: Read) -> None:
    story = town.stories["own-page"]
    asked = Client().post(f"{path(town)}consents/", {"story": story.pk, "take_back": "service"})
    assert asked.status_code == 302
    page = read(path(town))
    assert "You took this back on" in page
    assert "This had been done with it by then" in page


def test_all_of_it_can_be_taken_back(town: Town, read: Read) -> None:
    story = town.stories["own-page"]
    Client().post(f"{path(town)}consents/", {"story": story.pk, "take_back": "whole"})
    page = read(path(town))
    assert "a corridor with two hundred people" not in page
    assert "You have taken it back." in page


def test_what_we_told_on_a_secret_link_stands_there(town: Town, read: Read) -> None:
    assert "What we have told you" in read(path(town))
