"""My page, the group's room, the organisation's pages: what waits for whom."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

import pytest
from django.utils import timezone

from alongside.documents.models import Text
from alongside.safety.models import Passed, Reading
from alongside.voice import demo as voices
from alongside.voice.models import Story
from alongside.website.balance import balance
from alongside.website.demo_town import Town

from .conftest import ask, queries

Read = Callable[..., str]


def test_my_page_says_what_i_said_and_what_came_of_it(read: Read) -> None:
    page = read("/my/", "cara")
    assert "The letter came two days after" in page
    assert "Letters come before the appointment" in page
    assert "Sign out" in page


def test_my_page_says_what_waits_for_me(read: Read) -> None:
    assert "A shared page for each family" in read("/my/", "ben")
    assert "A quiet place to wait" in read("/my/", "asha")
    assert "Nothing waits for you" in read("/my/", "ines")


def test_my_page_shows_nobody_elses_words(read: Read) -> None:
    assert "Everybody talked to my mum" not in read("/my/", "cara")
    assert "Everybody talked to my mum" in read("/my/", "ellis")


def test_what_waits_for_my_partner_comes_first_in_the_source(town: Town, read: Read) -> None:
    page = read(f"/groups/{town.letters.pk}/", "asha")
    assert page.index("Waiting for families") < page.index("What we decided") < page.index("Who is making")


def test_what_my_partner_agreed_to_waits_for_others(town: Town, read: Read) -> None:
    page = read(f"/groups/{town.letters.pk}/", "ben")
    assert page.index("A quiet place to wait") < page.index("Waiting for others")
    assert page.index("What a first letter says") > page.index("Waiting for others")


def test_a_group_is_not_there_for_who_sits_elsewhere(town: Town) -> None:
    for who in ("", "dev", "hal", "ines"):
        assert ask(town, f"/groups/{town.letters.pk}/", who).status_code == 404


def test_the_balance_is_of_facts(town: Town, read: Read) -> None:
    facts = balance(town.letters)
    assert facts.rows[0].what == "Seats"
    assert sum(facts.rows[0].counts) == 8
    assert all(row.lived + row.services == 100 for row in facts.rows)
    page = read(f"/groups/{town.letters.pk}/", "asha")
    assert facts.finding in page
    assert "The same, as a table" in page


def test_three_partners_are_two_sides_in_the_chart(town: Town, read: Read) -> None:
    facts = balance(town.leaving)
    assert (facts.lived, facts.services) == ("Young people and families", "Services")
    assert len(facts.rows[0].counts) == 3


def test_an_organisation_in_the_open(town: Town, read: Read) -> None:
    page = read(f"/organisations/{town.n.school.pk}/")
    assert "It is the first ten minutes he cannot do" in page
    assert "We would like to try the garden door" in page
    assert "The small table" in page
    assert "meetings\n        frighten me" not in page


def test_silence_stands_on_the_organisations_page(town: Town, read: Read) -> None:
    assert "Asked, and no answer yet" in read(f"/organisations/{town.n.council.pk}/")
    assert "Asked, and no answer yet" not in read(f"/organisations/{town.n.school.pk}/")


def test_the_room_of_an_organisation_is_for_who_works_there(town: Town, read: Read) -> None:
    room = f"/organisations/{town.n.council.pk}/room/"
    assert "The driver changed three times" in read(room, "ben")
    for who in ("", "asha", "farah", "jo", "gwen"):
        assert ask(town, room, who).status_code == 404


def test_the_room_shows_only_what_tellers_let_the_service_read(town: Town, read: Read) -> None:
    page = read(f"/organisations/{town.n.school.pk}/room/", "farah")
    assert "I do not want the school to read this" not in page
    assert "Mr Bell rang on Friday" not in page  # nobody has read it yet


@pytest.mark.parametrize("who", ["ben", "kit", "farah", "priya"])
def test_no_room_names_a_teller(town: Town, read: Read, who: str) -> None:
    for place in (town.n.council, town.n.centre, town.n.school):
        path = f"/organisations/{place.pk}/room/"
        if ask(town, path, who).status_code == 200:
            main = read(path, who).split("<main")[1].split("</main")[0]
            for secret in ("Marta", "Okafor", "Sam’s dad", "Ellis", "home.example", "960 30"):
                assert secret not in main


def test_a_story_left_unanswered_for_long_stands_first(
    town: Town, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside.website.organisations.MOST", 3)
    words = "Nobody has ever answered this."
    town.stories["old"] = voices.live(town.n, voices.Tale("council", 700, words), town.today)
    for number in range(4):
        tale = voices.Tale("council", 10 + number, f"Answered {number}.", answer="We hear you.")
        voices.live(town.n, tale, town.today)
    found, path = [], f"/organisations/{town.n.council.pk}/room/"
    older = ""
    while older is not None:
        page = read(path + older, "ben")
        found += re.findall(r"<li>.*?</li>", page.split('id="about-us"')[1].split("</ul>")[0], re.DOTALL)
        more = re.search(r'href="(\?after=[^"]+)"', page)
        older = more[1] if more else None
    answered = ["Answered</strong>" in row or ">Answered<" in row for row in found]
    assert answered == sorted(answered)
    assert sum(answered) >= 4
    assert any(words in row for row in found[: answered.index(True)])


def test_two_hundred_stories_take_as_many_queries_as_ten(town: Town) -> None:
    path = f"/organisations/{town.n.school.pk}/room/"
    voices.live(town.n, voices.Tale("school", 9, "It was loud.", asked=True, answer="Yes."), town.today)
    before = queries(town, path, "farah")
    many(town.stories["lunch"], 200)
    assert queries(town, path, "farah") <= before <= 25


def many(story: Story, number: int) -> None:
    """So many copies of a story, with what its teller allows."""
    for _ in range(number):
        words = Text.objects.create(area_id=story.area_id, body="It is loud.")
        reading = Reading.objects.create(area_id=story.area_id, about=story.organisation, since=story.told_on)
        Passed.objects.create(reading=reading, by=story.reading.passed.by, seriousness=1, at=timezone.now())
        copy = Story.objects.create(
            form_key=uuid.uuid4(),
            area_id=story.area_id,
            organisation=story.organisation,
            reading=reading,
            happened=words,
            told_on=story.told_on,
            month=story.month,
        )
        consent = story.consents.get(use="service")
        consent.pk, consent.story = uuid.uuid4(), copy
        consent.save(force_insert=True)
