"""A promise's thread is walked both ways, and shows people's words only as far as they allow it."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from alongside.groups.models import Decision
from alongside.promises import demo as kept
from alongside.promises.models import Promise
from alongside.voice import demo as voices
from alongside.voice.publishing import take_back, withdraw
from alongside.website.demo_town import Town, decided

from .conftest import ask, promise

Read = Callable[..., str]
STEPS = ["Said", "Understood", "Decided together", "Promised", "Done", "Told", "Did it help?"]


def path(found: Promise) -> str:
    return f"/promises/{found.pk}/"


def test_all_seven_steps_stand_in_their_order(read: Read) -> None:
    page = read(path(promise("Letters come before the appointment")))
    places = [page.index(f">{step}</h3>") for step in STEPS]
    assert places == sorted(places)
    assert "Not yet" not in page


def test_from_the_promise_down_to_who_said_it(town: Town, read: Read) -> None:
    page = read(path(promise("Letters come before the appointment")))
    decision = Decision.objects.get(title="Letters come before the appointment")
    assert f"/decisions/{decision.pk}/" in page
    assert "The letter came two days after we should have been there." in page
    assert f"/stories/{town.stories['letter'].pk}/thread/" in page


def test_from_the_story_up_to_what_changed(town: Town, read: Read) -> None:
    page = read(f"/stories/{town.stories['letter'].pk}/thread/")
    assert path(promise("Letters come before the appointment")) in page
    assert "Yes, this helped" in page


def test_stories_have_a_month_and_no_day(town: Town, read: Read) -> None:
    page = read(path(promise("Letters come before the appointment")))
    told_on = town.stories["letter"].told_on
    assert f"{told_on:%B %Y}" in page
    assert f"{told_on.day} {told_on:%B %Y}" not in page


def test_words_that_are_not_public_are_not_shown(read: Read) -> None:
    page = read(path(promise("A safe place")))
    assert "five people with five forms" not in page
    assert "The words are not shown to everyone." in page


def test_who_may_read_a_story_finds_it_from_the_thread(town: Town, read: Read) -> None:
    story = town.stories["told-five-times"]
    assert f"/stories/{story.pk}/" not in read(path(promise("A safe place")))
    assert f"/stories/{story.pk}/" in read(path(promise("A safe place")), "cara")


def test_a_consent_taken_back_takes_the_words_off(town: Town, read: Read) -> None:
    letters = path(promise("Letters come before the appointment"))
    take_back(town.stories["letter"], "publish", timezone.now())
    assert "The letter came two days after" not in read(letters)
    assert ask(town, f"/stories/{town.stories['letter'].pk}/thread/").status_code == 404


def test_a_story_taken_back_leaves_its_place_and_no_words(town: Town, read: Read) -> None:
    withdraw(town.stories["letter"], timezone.now())
    page = read(path(promise("Letters come before the appointment")))
    assert "The letter came two days after" not in page
    assert "We had the letter on the morning itself." in page


def test_few_who_said_it_are_not_counted(read: Read) -> None:
    page = read(path(promise("Letters come before the appointment")))
    assert "We do not say how many told us, so that nobody can be recognised." in page


def test_many_who_said_it_are_counted_to_the_nearest_five(town: Town, read: Read) -> None:
    names = [f"many-{number}" for number in range(9)]
    said = {"happened": "The same again.", "uses": ("decide",), "channel": "none"}
    tale = voices.Tale(about="school", days_ago=40, **said)
    town.stories |= {name: voices.live(town.n, tale, town.today) for name in names}
    decision = decided(town, town.letters, 30, names, "Many said it", "So be it.", "value")
    made = kept.accepted(town.n, decision, town.ago(10), title="For many", body="So be it.")
    assert "In all, around 10 voices told us much the same." in read(path(made))


def test_a_promise_that_did_not_help_shows_what_was_tried(read: Read) -> None:
    page = read(path(promise("One number to ring")))
    assert "No: opened again" in page
    assert "What was tried before" in page
    assert "Nobody rang back" not in page  # a teller’s words, which nobody said may be shown


def test_words_beside_a_verdict_are_shown_when_their_teller_and_a_moderator_say_so(read: Read) -> None:
    page = read(path(promise("Letters come before the appointment")))
    assert "I had time to ask for the morning off." in page


def test_what_nobody_has_taken_on_is_for_those_who_work_on_it(town: Town, read: Read) -> None:
    proposed = path(promise("A shared page for each family"))
    assert ask(town, proposed).status_code == 404
    assert "Nobody at Netherby Council has taken it on yet." in read(proposed, "asha")


def test_an_owner_finds_what_to_do_and_nobody_else_does(town: Town, read: Read) -> None:
    late = path(promise("An Easy Read page about it"))
    assert "Say that it is done" in read(late, "ben")
    assert "Say that it is done" not in read(late)
    assert "Say that it is done" not in read(late, "cara")
