"""What somebody told on paper or by phone is typed in for them, and counts as theirs when they say yes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.viewer import NOBODY
from alongside.safety.models import Reading
from alongside.voice.forms import NOT_SURE, STEPS, UseForm
from alongside.voice.models import ReadBack, Story, TakenDown, Teller
from alongside.voice.moderating import pass_on
from alongside.voice.typed_in import ADDRESSES, TypedInForm

Browser = Callable[[Person | None], Client]
HERE = "/netherby/taken-down/"
RINGS = {"channel": "call", "where": "01632 960 187", "call_me": "Mrs Okafor"}


def sheet(**more: Any) -> dict[str, Any]:
    """What Jo types; ``key`` is the page's own."""
    return {"key": str(uuid.uuid4()), "how": "paper", "happened": "The letter came late.", **more}


@pytest.fixture
def jo(netherby: Netherby, client_of: Browser) -> Client:
    return client_of(netherby.jo)


def page(taken: TakenDown, more: str = "") -> str:
    return f"{HERE}{taken.pk}/{more}"


def test_paper_without_a_number_counts_at_once(jo: Client, netherby: Netherby) -> None:
    saved = jo.post(HERE, sheet(organisation=str(netherby.centre.pk), uses=["service", "decide"]))
    assert saved.url.endswith(f"?organisation={netherby.centre.pk}&how=paper&saved=counts#happened")
    story = Story.objects.get()
    assert (story.organisation, story.happened.body) == (netherby.centre, "The letter came late.")
    assert set(story.consents.values_list("use", flat=True)) == {"service", "decide"}
    taken = story.taken_down
    assert (taken.how, taken.by, taken.answers) == ("paper", netherby.jo, {})
    assert taken.read_back.said == ReadBack.Said.OWN_HAND
    assert not Teller.objects.exists()


def test_the_next_form_is_empty_but_for_the_same_place(jo: Client, netherby: Netherby) -> None:
    saved = jo.post(HERE, sheet(organisation=str(netherby.centre.pk), how="phone"))
    words = jo.get(saved.url.partition("#")[0]).content.decode()
    assert f'<option value="{netherby.centre.pk}" selected' in words
    assert '<option value="phone" selected' in words
    assert "The letter came late." not in words
    assert "Saved" in words


def test_saved_twice_is_once(jo: Client) -> None:
    typed = sheet()
    for _ in "twice":
        jo.post(HERE, typed)
    assert (Story.objects.count(), TakenDown.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"happened": "", "good": " "}, "Please type their words under one of the three questions"),
        ({"channel": "call", "where": ""}, "Please write the phone number"),
        ({"channel": "call", "where": "12"}, "Please check this number"),
        ({"channel": "email", "where": "mail"}, "name@example.org"),
        ({"how": ""}, "Please choose from the list"),
        ({"heard": "on", **RINGS}, "Paper cannot say yes"),
        ({"organisation": "elsewhere"}, "Please choose"),
        ({"named": "first"}, "Please write a first name"),
        ({"named": "as"}, "Please choose who you are"),
        ({"happened": "x" * 2001}, "Take out 1 character"),
        ({"uses": ["sell"]}, "Please choose from these"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_still_there(
    jo: Client, typed: dict[str, Any], says: str
) -> None:
    answer = jo.post(HERE, sheet(hint="after 11", **{"call_me": "Ada", "good": "She waited.", **typed}))
    words = answer.content.decode()
    assert answer.status_code == 422
    assert says in words
    assert "Nothing is lost" in words
    for kept in (
        typed.get("good", "She waited."),
        "after 11",
        *([typed["where"]] if typed.get("where") else []),
    ):
        assert kept in words
    assert not TakenDown.objects.exists()


def test_an_address_left_under_no_way_is_nobody_s_mistake(jo: Client) -> None:
    jo.post(HERE, sheet(channel="none", where="01632 960 187"))
    assert Story.objects.count() == 1
    assert not Teller.objects.exists()


@pytest.mark.parametrize("who", ["", "asha", "ben", "cara", "dev", "gwen", "kit", "hal", "priya", "farah"])
def test_nobody_else_types_in_or_reads_it(
    who: str, jo: Client, netherby: Netherby, client_of: Browser
) -> None:
    jo.post(HERE, sheet(**RINGS))
    taken, browser = TakenDown.objects.get(), client_of(netherby.people.get(who))
    for where in (HERE, page(taken)):
        assert browser.get(where).status_code == 404
        assert browser.post(where, sheet()).status_code == 404
    assert browser.post(page(taken, "not-reached/")).status_code == 404
    assert not Story.objects.exists()


def test_nor_a_co_ordinator_who_works_for_a_service(jo: Client, netherby: Netherby, now: datetime) -> None:
    jo.post(HERE, sheet(**RINGS))
    Role.objects.create(person=netherby.jo, name=Role.Name.STAFF, organisation=netherby.centre, since=now)
    assert jo.get(HERE).status_code == 404
    assert jo.get(page(TakenDown.objects.get())).status_code == 404


def test_who_typed_it_does_not_moderate_it(jo: Client, netherby: Netherby, now: datetime) -> None:
    Role.objects.create(person=netherby.jo, name=Role.Name.MODERATOR, area=netherby.area, since=now)
    jo.post(HERE, sheet())
    assert jo.get(reverse("voice:reading", args=[Reading.objects.get().pk])).status_code == 404


def test_every_question_of_the_journey_is_on_the_page(netherby: Netherby) -> None:
    form = TypedInForm(area=netherby.area)
    for question in STEPS.values():
        for name, field in question(area=netherby.area, viewer=NOBODY).fields.items():
            if name not in ADDRESSES:
                assert form.fields[name].label == field.label
    assert form.fields["uses"].choices == UseForm.base_fields["uses"].choices


def test_where_no_place_was_ticked_none_is_guessed(jo: Client, netherby: Netherby) -> None:
    assert TypedInForm(area=netherby.area).fields["organisation"].choices[0][0] == NOT_SURE
    jo.post(HERE, sheet())
    assert Story.objects.get().organisation == netherby.forum


def test_the_forum_reads_that_it_was_taken_down_and_how_and_nobody_else(
    jo: Client, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    jo.post(HERE, sheet(organisation=str(netherby.centre.pk), uses=["service"], how="phone"))
    story = Story.objects.get()
    pass_on(story.reading, netherby.gwen, 1, now, [])
    page, says = reverse("voice:story", args=[story.pk]), "Taken down for them, by phone."
    assert says in jo.get(page).content.decode()
    for_the_service = client_of(netherby.priya).get(page)
    assert for_the_service.status_code == 200
    assert says not in for_the_service.content.decode()
