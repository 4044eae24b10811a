"""A moderator reads, takes out a name, rates, and lets it go on. Never seeing who told it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.safety.errors import ChangedMeanwhile
from alongside.voice.models import Story
from alongside.voice.moderating import hold, pass_on, take_out

Told = Callable[..., Story]


def test_the_list_has_the_oldest_day_first_and_nothing_of_whom(
    told: Told, gwen: Person, client_of: Any
) -> None:
    told(who="cara", channel="mine")
    said = client_of(gwen).get("/netherby/readings/").content.decode()
    assert "The letter came late." in said
    assert "Thursday 12 March 2026" in said
    assert "Cara" not in said
    assert "10.00" not in said
    assert "10am" not in said


def test_who_works_there_does_not_find_it(
    netherby: Netherby, told: Told, kit: Person, client_of: Any
) -> None:
    story = told(about="council")
    client = client_of(kit)
    assert "The letter came late." not in client.get("/netherby/readings/").content.decode()
    assert client.get(f"/readings/{story.reading_id}/").status_code == 404
    assert client.post(f"/readings/{story.reading_id}/passing/").status_code == 404


def test_she_passes_it_and_it_goes_on(told: Told, gwen: Person, priya: Person, client_of: Any) -> None:
    story = told(uses=["service"])
    assert client_of(priya).get(f"/stories/{story.pk}/").status_code == 404
    client = client_of(gwen)
    for _ in range(2):
        sent = client.post(
            f"/readings/{story.reading_id}/passing/",
            {"pass-seriousness": "2", "pass-touches": ["communicate"]},
        )
        assert sent.url == f"/stories/{story.pk}/"
    story = Story.objects.get()
    assert story.reading.passed.seriousness == 2
    assert [one.cornerstone for one in story.touches.all()] == ["communicate"]
    assert client_of(priya).get(f"/stories/{story.pk}/").status_code == 200


def test_without_a_level_it_waits(told: Told, gwen: Person, client_of: Any) -> None:
    story = told()
    answer = client_of(gwen).post(f"/readings/{story.reading_id}/passing/")
    assert answer.status_code == 422
    assert "Choose how serious it is" in answer.content.decode()


def test_held_with_a_reason_and_passed_later(told: Told, gwen: Person, client_of: Any) -> None:
    story, client = told(), client_of(gwen)
    reading = f"/readings/{story.reading_id}/"
    client.post(f"{reading}hold/", {"hold-seriousness": "2", "hold-why": "Is the driver named?"})
    assert "Is the driver named?" in client.get("/netherby/readings/").content.decode()
    client.post(f"{reading}passing/", {"pass-seriousness": "2"})
    assert Story.objects.get().is_passed
    late = client.post(f"{reading}hold/", {"hold-seriousness": "2", "hold-why": "Too late"})
    assert late.status_code == 422
    assert "Too late" in late.content.decode() or "passed on already" in late.content.decode()


def test_a_name_is_taken_out_the_original_kept_and_its_teller_told(
    told: Told, gwen: Person, client_of: Any
) -> None:
    story = told(happened="Mr Bell rang me.", who="cara", channel="mine")
    page = f"/readings/{story.reading_id}/changes/"
    form = client_of(gwen).get(f"{page}?step=happened").context["form"].initial
    sent = {
        **form,
        "words": "[a name] rang me.",
        "took_out": "the teacher’s name",
        "why": "It shows who he is",
    }
    for _ in range(2):
        assert client_of(gwen).post(page, sent).status_code == 302
    story = Story.objects.get()
    assert story.happened.body == "[a name] rang me."
    assert story.happened.original == "Mr Bell rang me."
    told_her = Message.objects.get(kind="changed")
    assert told_her.way_back == story.teller.way_back
    assert "the teacher’s name" in told_her.body
    assert "It shows who he is" in told_her.body


def test_two_moderators_do_not_write_over_each_other(
    told: Told, gwen: Person, kit: Person, now: datetime
) -> None:
    story = told(happened="Mr Bell and Mrs Lee rang me.")
    reading = story.reading
    take_out(reading, "happened", "[a name] and Mrs Lee rang me.", "name", "why", gwen, now, version=1)
    with pytest.raises(ChangedMeanwhile):
        take_out(reading, "happened", "Mr Bell and [a name] rang me.", "name", "why", kit, now, version=1)
    assert Story.objects.get().happened.body == "[a name] and Mrs Lee rang me."


def test_something_serious_reaches_the_lead_without_a_word_of_it(
    told: Told, gwen: Person, hal: Person, now: datetime, client_of: Any
) -> None:
    story, harmless = told(happened="She was left alone."), told(happened="Fine.")
    hold(story.reading, gwen, 4, "Ring Hal", now)
    pass_on(harmless.reading, gwen, 1, now)
    alert = Message.objects.get(kind="serious")
    assert alert.person == hal
    assert "left alone" not in alert.body
    assert client_of(hal).get(f"/stories/{story.pk}/").status_code == 200
    assert client_of(hal).get(f"/stories/{harmless.pk}/").status_code == 404


def test_the_list_costs_the_same_with_one_as_with_many(
    told: Told, gwen: Person, client_of: Any, django_assert_max_num_queries: Any
) -> None:
    client = client_of(gwen)
    for _ in range(25):
        told()
    with django_assert_max_num_queries(20):
        page = client.get("/netherby/readings/")
    older = client.get(f"/netherby/readings/{page.context['older']}")
    assert len(page.context["waiting"]) == 20
    assert len(older.context["waiting"]) == 5
