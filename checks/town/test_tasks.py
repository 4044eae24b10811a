"""My page names what waits for those who look after something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from alongside.people.viewer import Viewer
from alongside.safety.models import Concern, Reading
from alongside.voice.models import Asked, Reply
from alongside.voice.moderating import ours
from alongside.website.demo_town import Town
from alongside.website.numbers import counted, sentence
from alongside.website.tasks import tasks

Read = Callable[..., str]


def test_hal_sees_that_somebody_is_worried_until_it_is_in_hand(town: Town, read: Read) -> None:
    assert "One person is worried" in read("/my/", "hal")
    Concern.objects.get(acknowledged=None).acknowledge(town.n.hal, timezone.now())
    assert "worried" not in read("/my/", "hal").split("What I do here")[0]


def test_gwen_sees_how_many_voices_wait(town: Town, read: Read) -> None:
    waiting = ours(Reading.objects.visible_to(Viewer(town.n.gwen)).waiting()).count()
    assert waiting > 1
    assert sentence(counted(waiting, "voice to read", "voices to read")) in read("/my/", "gwen")


@pytest.mark.parametrize(("who", "place"), [("priya", "centre"), ("farah", "school"), ("ben", "council")])
def test_who_works_there_sees_what_waits_for_an_answer(town: Town, who: str, place: str) -> None:
    there = getattr(town.n, place)
    story = town.stories["waiting-room" if place == "centre" else "taxi"]
    if place == "centre":
        story.reading.pass_on(town.n.gwen, 1, timezone.now())
        story.ask(town.n.jo, timezone.now())
    answered = Reply.objects.filter(organisation=there).values("story")
    number = Asked.objects.filter(organisation=there).exclude(story__in=answered).count()
    said = [one for one in tasks(Viewer(town.n.people[who])) if "answer" in one.title]
    assert len(said) == min(number, 1)
    assert all(one.sentence == there.name for one in said)


def test_nobody_and_who_looks_after_nothing_have_no_tasks(town: Town) -> None:
    assert list(tasks(Viewer(town.n.cara))) == []
    assert list(tasks(Viewer())) == []
