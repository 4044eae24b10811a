"""Somebody tells how it is, without an account, one thing per page."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine

from alongside.messages.models import Message, WayBack
from alongside.people.viewer import Viewer
from alongside.safety.models import Draft, Reading, ReadingAuthor
from alongside.voice.models import Consent, Story, Teller
from alongside.voice.tell import tell

from .conftest import START, Journey


def page(response: Any) -> str:
    return response.content.decode()


def test_she_tells_it_and_keeps_her_link(journey: Journey) -> None:
    sent = journey.tell(uses=["service", "decide"])
    assert sent.status_code == 302
    assert sent.url == f"{START}sent/"
    story = Story.objects.get()
    assert story.happened.body == "The letter came late."
    assert {one.use for one in story.consents.all()} == {"service", "decide"}
    link = re.search(r"/way-back/([a-z2-9]{26})/", page(journey.client.get(sent.url)))
    assert link
    assert WayBack.behind(link.group(1)) == story.teller.way_back


def test_one_of_the_three_is_enough(journey: Journey) -> None:
    journey.tell(happened="", good="She waited.")
    assert [part.step for part in Story.objects.get().parts] == ["good"]


def test_with_none_of_the_three_nothing_is_sent_and_nothing_lost(journey: Journey) -> None:
    answer = journey.tell(happened="  \n ")
    assert answer.status_code == 422
    assert "One is enough" in page(answer)
    assert journey.drafts == 1
    assert not Story.objects.exists()


def test_unless_she_says_more_it_stays_with_the_forum(journey: Journey) -> None:
    journey.say("about")
    assert "It stays with the forum unless you say more" in page(journey.client.get(f"{START}use/"))
    journey.tell()
    assert not Consent.objects.exists()


def test_too_long_is_kept_and_said_kindly(journey: Journey) -> None:
    journey.say("about")
    words = "a" * 2084
    answer = journey.say("good", good=words)
    assert answer.status_code == 422
    assert "Your words are safe, and a little too long" in page(answer)
    assert "Take out 84 characters, or move the end of it to the next question." in page(answer)
    assert words in page(answer)
    assert words in page(journey.client.get(f"{START}good/"))
    check = journey.send()
    assert check.status_code == 422
    assert f"{START}good/?then=check" in page(check)


def test_going_back_keeps_words_and_steps_can_be_skipped(journey: Journey) -> None:
    journey.say("about", organisation=str(journey.netherby.centre.pk))
    journey.say("happened", happened="First.\r\nSecond.")
    assert "First." in page(journey.client.get(f"{START}happened/"))
    assert journey.client.get(f"{START}back/").status_code == 200
    journey.send()
    assert Story.objects.get().happened.body == "First.\nSecond."


def test_change_on_the_last_page_leads_back_to_it(journey: Journey) -> None:
    journey.say("about")
    answer = journey.client.post(f"{START}good/?then=check", {"good": "Kind."})
    assert answer.url == f"{START}check/"
    assert "Kind." in page(journey.client.get(answer.url))


def test_sending_twice_makes_one_story_and_shows_the_same_page(journey: Journey) -> None:
    journey.say("about")
    journey.say("happened", happened="Once.")
    journey.say("back", channel="link")
    key = re.search(r'name="key" value="([^"]+)"', page(journey.client.get(f"{START}check/")))
    assert key
    first = journey.client.post(f"{START}check/", {"key": key.group(1)}, follow=True)
    second = journey.client.post(f"{START}check/", {"key": key.group(1)}, follow=True)
    assert Story.objects.count() == 1
    assert Teller.objects.count() == 1
    strip = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert strip.sub("", page(first)) == strip.sub("", page(second))


def test_the_link_is_shown_for_an_hour_on_this_device_alone(journey: Journey, now: Any) -> None:
    journey.tell()
    assert "way-back" in page(journey.client.get(f"{START}sent/"))
    journey.client.cookies.clear()
    assert journey.client.get(f"{START}sent/").url == START


def test_after_a_day_the_draft_is_gone(journey: Journey, now: Any) -> None:
    journey.say("about")
    journey.say("happened", happened="Once.")
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        assert journey.client.get(f"{START}happened/").url == START


def test_words_sent_when_the_draft_has_died_are_kept_in_a_new_one(journey: Journey, now: Any) -> None:
    journey.say("about")
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        assert journey.say("happened", happened="Late.").status_code == 302
        assert "Late." in page(journey.client.get(f"{START}happened/"))


def everything_on(html: str) -> list[tuple[str, str]]:
    """The hidden fields of the last page, as a browser sends them."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return [(name, unescape(value)) for name, value in found]


def test_the_last_page_holds_what_its_draft_held(journey: Journey, now: Any) -> None:
    journey.say("about", organisation=str(journey.netherby.centre.pk))
    journey.say("happened", happened="“Late”,\r\nand twice.")
    journey.say("use", uses=["service", "decide"], named="not")
    journey.say("back", channel="email", email="sam@home.example")
    sent = everything_on(page(journey.client.get(f"{START}check/")))
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        began = journey.client.post(f"{START}check/", fields(sent))
        assert not Story.objects.exists()
        again = page(journey.client.get(began.url))
        assert "Your words are here" in again
        journey.client.post(f"{START}check/", fields(everything_on(again)))
    story = Story.objects.get()
    assert story.happened.body == "“Late”,\nand twice."
    assert {one.use for one in Consent.objects.filter(story=story)} == {"service", "decide"}
    assert Teller.objects.get().way_back.address == "sam@home.example"


def test_a_last_page_left_open_after_sending_tells_nothing_twice(journey: Journey) -> None:
    journey.say("happened", happened="Once.")
    journey.say("back", channel="link")
    sent = everything_on(page(journey.client.get(f"{START}check/")))
    journey.client.post(f"{START}check/", fields(sent))
    journey.client.cookies.clear()
    assert journey.client.post(f"{START}check/", fields(sent)).url == f"{START}sent/"
    assert (Story.objects.count(), journey.drafts) == (1, 0)


def fields(sent: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: [value for of, value in sent if of == name] for name, _ in sent}


def test_the_cookie_is_for_this_site_and_not_for_scripts(journey: Journey) -> None:
    cookie = journey.say("about").cookies["draft"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert Draft.objects.get().key_digest not in cookie.value


def test_a_key_that_somebody_else_gave_her_is_not_used(journey: Journey) -> None:
    journey.client.cookies["draft"] = "known-to-somebody-else"
    assert journey.say("about").cookies["draft"].value != "known-to-somebody-else"


@pytest.mark.parametrize(
    ("channel", "field", "address", "kept"),
    [
        ("email", "email", "her@home.example", "her@home.example"),
        ("text", "mobile", "07700 900 123", "+447700900123"),
        ("call", "phone", "01632 960 142", "+441632960142"),
        ("letter", "post", "3 Mill Row\nNetherby", "3 Mill Row\nNetherby"),
    ],
)
def test_every_way_of_being_told(journey: Journey, channel: str, field: str, address: str, kept: str) -> None:
    journey.tell(back={"channel": channel, field: address, "call_me": "Sam", "hint": "after 11"})
    way_back = Teller.objects.get().way_back
    found = way_back.channel, way_back.address.replace("\r\n", "\n"), way_back.call_me, way_back.hint
    assert found == (channel, kept, "Sam", "after 11")
    assert Message.objects.get(kind="thanks").way_back == way_back


def test_not_at_all_keeps_nothing_about_her(journey: Journey) -> None:
    journey.tell(back={"channel": "none", "email": "her@home.example"})
    assert Story.objects.count() == 1
    assert not WayBack.objects.exists()
    assert not Message.objects.exists()


def test_a_way_without_its_address_is_said_beside_the_field(journey: Journey) -> None:
    journey.say("about")
    answer = journey.say("back", channel="email", mobile="nonsense")
    assert answer.status_code == 422
    assert "Please write the e-mail address" in page(answer)
    assert "Please check this number" not in page(answer)


def test_a_first_name_is_asked_for_only_if_she_wants_one(journey: Journey) -> None:
    journey.say("about")
    assert journey.say("use", named="first").status_code == 422
    assert journey.say("use", named="first", name="Sam").status_code == 302


def test_not_sure_whom_it_is_about_goes_to_the_forum(journey: Journey) -> None:
    journey.say("about", organisation="not-sure")
    journey.say("good", good="Everybody.")
    journey.send()
    assert Story.objects.get().organisation == journey.netherby.forum


def test_who_is_signed_in_can_be_told_in_their_usual_way(journey: Journey, client_of: Any, cara: Any) -> None:
    journey.client = client_of(cara)
    journey.tell(back={"channel": "mine"})
    teller = Teller.objects.get()
    assert teller.way_back.person == cara


@pytest.mark.parametrize(("who", "kept"), [("cara", False), ("gwen", True)])
def test_not_at_all_keeps_nothing_but_that_a_moderator_must_not_read_her_own(
    journey: Journey, client_of: Any, who: str, kept: bool
) -> None:
    person = journey.netherby.people[who]
    journey.client = client_of(person)
    journey.say("about")
    assert ("Then we keep nothing about you" in page(journey.client.get(f"{START}back/"))) is not kept
    journey.tell(back={"channel": "none"})
    story = Story.objects.get()
    assert not Teller.objects.exists()
    assert ReadingAuthor.objects.filter(reading=story.reading, person=person).exists() is kept
    assert ReadingAuthor.objects.count() == kept
    assert not Reading.objects.visible_to(Viewer(person)).exists()


def test_the_first_page_offers_the_worry_and_every_page_the_way_out(journey: Journey) -> None:
    assert "/netherby/not-safe/" in page(journey.client.get(START))
    journey.say("about")
    for step in ("about", "happened", "good", "better", "use", "back", "check"):
        answer = journey.client.get(f"{START}{step}/")
        assert "/leave/" in page(answer), step
        assert "no-store" in answer["Cache-Control"], step


def test_nothing_is_at_a_step_or_a_place_that_there_is_not(journey: Journey) -> None:
    assert journey.client.get(f"{START}nowhere/").status_code == 404
    assert journey.client.get("/nowhere/tell/").status_code == 404


def test_told_twice_in_one_moment_it_is_one_story(journey: Journey, now: datetime) -> None:
    """Whoever waited for the draft's row finds the story that is there, with its secret."""
    journey.say("happened", happened="The letter came late.")
    journey.say("back", channel="link")
    first, second = Draft.objects.get(), Draft.objects.get()
    story, token = tell(first, now)
    assert tell(second, now) == (story, token)
    assert Story.objects.count() == 1
    assert token


def test_what_happens_next_is_what_she_chose(journey: Journey) -> None:
    journey.tell(uses=["service"])
    after = page(journey.client.get(f"{START}sent/"))
    assert "Then the service reads it" in after
    assert "rest a decision" not in after

    journey.tell(uses=["decide", "publish"])
    after = page(journey.client.get(f"{START}sent/"))
    assert "It stays with the forum" not in after
    assert "where everyone can read it" in after
    assert "rest a decision" in after

    journey.tell()
    assert "It stays with the forum" in page(journey.client.get(f"{START}sent/"))
