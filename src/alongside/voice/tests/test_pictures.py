"""She may add a picture. It goes where her words go, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.documents import shelf
from alongside.documents.models import File, Text, Version
from alongside.documents.tests import building
from alongside.messages.models import Message
from alongside.people.errors import Refused
from alongside.people.viewer import NOBODY, Viewer
from alongside.safety.drafts import forget
from alongside.safety.models import Draft
from alongside.voice import pictures
from alongside.voice.demo import moderate
from alongside.voice.errors import Empty, NotForYou
from alongside.voice.models import Picture, Story
from alongside.voice.moderating import take_out
from alongside.voice.pictures import take_picture_out

from .conftest import START, Journey

PAGE, ADDED = f"{START}picture/", f"{START}picture/file/"
Told = Callable[..., Story]


def photo(raw: bytes | None = None, name: str = "IMG_20260312_095501.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, building.talkative_jpeg() if raw is None else raw)


def adds(journey: Journey, **more: Any) -> Any:
    return journey.client.post(PAGE, {"file": photo(), "shows": "A full waiting room.", **more})


def is_kept(file: File) -> bool:
    return default_storage.exists(shelf.place_of(file.pk))


def test_it_goes_with_her_words(journey: Journey) -> None:
    journey.say("about")
    assert adds(journey).url == f"{START}check/"
    assert "A full waiting room." in journey.client.get(f"{START}check/").content.decode()
    journey.tell()
    picture = Story.objects.get().picture
    assert picture.shows.body == "A full waiting room."
    assert building.SECRET not in picture.file.read()
    assert Draft.objects.get().file is None


def test_it_says_nothing_of_the_hour(journey: Journey, now) -> None:
    """Neither its name, which phones make of the minute, nor its row, nor the words beside it."""
    adds(journey)
    journey.tell()
    picture = Story.objects.get().picture
    assert (picture.file.name, picture.file.on) == ("picture.jpg", now.date())
    assert {version.at.hour for version in Version.objects.filter(text=picture.shows)} == {0}


def test_who_adds_none_goes_on(journey: Journey) -> None:
    journey.say("about")
    assert "None. You can add one" in journey.client.get(f"{START}check/").content.decode()
    assert journey.client.post(PAGE, {"shows": ""}).url == f"{START}check/"
    journey.tell()
    assert not hasattr(Story.objects.get(), "picture")


def test_the_page_waits_for_something_to_be_told(journey: Journey) -> None:
    assert journey.client.get(PAGE).url == START


def test_it_shows_what_was_kept_to_her_device_alone(journey: Journey, client_of) -> None:
    adds(journey)
    assert ADDED in journey.client.get(PAGE).content.decode()
    seen = journey.client.get(ADDED)
    assert seen["Content-Type"] == "image/jpeg"
    assert seen["Cache-Control"] == "no-store"
    assert client_of(None).get(ADDED).status_code == 404


def test_without_a_word_of_what_it_shows_the_picture_is_kept_and_she_is_asked(journey: Journey) -> None:
    answer = adds(journey, shows=" ")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "say in a few words what the picture shows" in page
    assert "We have kept this picture" in page
    sent = journey.tell()
    assert sent.status_code == 422
    assert PAGE in sent.content.decode()


def test_what_cannot_be_taken_is_said_and_her_words_stay(journey: Journey) -> None:
    answer = adds(journey, file=photo(b"<html></html>"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "inside it is something else" in page
    assert 'value="A full waiting room."' in page
    assert "A full waiting room." in journey.client.get(PAGE).content.decode()


def test_a_bad_one_does_not_push_out_a_good_one(journey: Journey) -> None:
    adds(journey)
    good = Draft.objects.get().file
    adds(journey, file=photo(b"nothing of the kind"))
    assert Draft.objects.get().file == good


def test_another_one_takes_its_place(journey: Journey, django_capture_on_commit_callbacks) -> None:
    adds(journey)
    first = Draft.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        adds(journey, file=photo(building.jpeg()))
    assert File.objects.get() == Draft.objects.get().file != first
    assert not is_kept(first)


@pytest.mark.parametrize("how", ["take it out", "leave", "a day"])
def test_it_dies_with_the_draft(journey: Journey, how: str, now, django_capture_on_commit_callbacks) -> None:
    adds(journey)
    file = File.objects.get()
    assert is_kept(file)
    with django_capture_on_commit_callbacks(execute=True):
        if how == "take it out":
            assert journey.client.post(PAGE, {"remove": "yes", "shows": "A room."}).url == PAGE
        elif how == "leave":
            journey.client.get("/leave/")
        else:
            forget(now + timedelta(hours=25))
    assert not File.objects.exists()
    assert not is_kept(file)


def test_a_full_disk_loses_no_words(journey: Journey, monkeypatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    journey.say("happened", happened="The letter came late.")
    monkeypatch.setattr("alongside.documents.shelf.default_storage.save", full)
    answer = adds(journey)
    assert answer.status_code == 422
    assert "it is not your fault" in answer.content.decode()
    assert Draft.objects.get().answers["picture"] == {"shows": "A full waiting room."}
    journey.tell()
    assert not hasattr(Story.objects.get(), "picture")


def test_nobody_sees_it_before_a_moderator_does(told: Told, netherby, now) -> None:
    story = told(draws="A room.", uses=["service", "decide", "publish"], who="cara", channel="mine")
    assert who_sees(netherby) == {"cara", "gwen", "kit"}
    moderate(netherby, story, now)
    assert {"priya", "jo", "gwen", "kit", "cara"} <= who_sees(netherby)
    assert "nobody" not in who_sees(netherby)
    story.publish(netherby.gwen, now)
    assert {"nobody", "dev"} <= who_sees(netherby)


def test_the_service_sees_it_only_if_she_says_so(told: Told, netherby, now) -> None:
    moderate(netherby, told(draws="A room.", uses=["decide"]), now)
    assert "priya" not in who_sees(netherby)
    assert who_sees(netherby) == {
        name for name, person in netherby.people.items() if Story.objects.visible_to(Viewer(person)).exists()
    }


def test_what_a_moderator_takes_out_the_forum_alone_sees(told: Told, netherby, now, client_of) -> None:
    story = told(draws="Mr Bell.", uses=["service", "publish"], who="cara", channel="mine")
    moderate(netherby, story, now)
    story.publish(netherby.gwen, now)
    out = take_picture_out(story.reading, "It shows a face.", netherby.gwen, now)
    assert take_picture_out(story.reading, "Again.", netherby.gwen, now) == out
    assert who_sees(netherby) == {"gwen", "kit", "jo"}
    told_why = Message.objects.get(key=f"picture:{story.pk}")
    assert "It shows a face." in told_why.body
    assert "Mr Bell" not in client_of(netherby.priya).get(f"/stories/{story.pk}/").content.decode()
    assert "Only the forum sees it" in client_of(netherby.jo).get(f"/stories/{story.pk}/").content.decode()


def test_taking_it_out_needs_a_reason_and_a_moderator_of_the_other_side(told: Told, netherby, now) -> None:
    story = told(draws="A room.")
    with pytest.raises(Empty):
        take_picture_out(story.reading, " ", netherby.gwen, now)
    for other in (netherby.jo, netherby.priya, netherby.dev):
        with pytest.raises(NotForYou):
            take_picture_out(story.reading, "No.", other, now)


def test_a_name_in_what_it_shows_can_be_taken_out_too(told: Told, netherby, now) -> None:
    story = told(draws="Mr Bell on a chair.")
    take_out(story.reading, "picture", "[a name] on a chair.", "a name", "Known by all.", netherby.gwen, now)
    assert Text.objects.get(pk=story.picture.shows_id).body == "[a name] on a chair."


def test_gwen_takes_it_out_on_the_page(told: Told, netherby, client_of) -> None:
    story, gwen = told(draws="A face."), client_of(netherby.gwen)
    reading, out = f"/readings/{story.reading_id}/", f"/readings/{story.reading_id}/picture/"
    assert out in gwen.get(reading).content.decode()
    assert gwen.post(out, {"why": ""}).status_code == 422
    assert gwen.post(out, {"why": "It shows a face."}).url == reading
    assert "took this picture out: It shows a face." in gwen.get(reading).content.decode()
    assert client_of(netherby.gwen).get(f"/readings/{told().reading_id}/picture/").status_code == 404


def test_when_she_takes_her_story_back_the_picture_is_gone(
    told: Told, netherby, now, django_capture_on_commit_callbacks
) -> None:
    story = told(draws="A room.", uses=["publish"])
    moderate(netherby, story, now)
    file, shows = story.picture.file, story.picture.shows_id
    with django_capture_on_commit_callbacks(execute=True):
        story.withdraw(now)
    assert not is_kept(file)
    assert not Picture.objects.exists()
    assert not Text.objects.filter(pk=shows).exists()
    with pytest.raises(Refused):
        take_picture_out(Story.objects.get().reading, "Late.", netherby.gwen, now)


def test_one_place_cannot_keep_us_busy(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "FROM_A_PLACE", replace(pictures.FROM_A_PLACE, most=3))
    for _ in range(3):
        journey.client.post(PAGE, {"file": photo(b"x", "a.exe"), "shows": "A room."})
    assert "A great deal came" in adds(journey).content.decode()


def who_sees(netherby) -> set[str]:
    """Everybody whom the door lets in."""
    seen = {name for name, one in netherby.people.items() if Picture.objects.visible_to(Viewer(one)).exists()}
    return seen | ({"nobody"} if Picture.objects.visible_to(NOBODY).exists() else set())
