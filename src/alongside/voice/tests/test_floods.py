"""Too much from one place waits; nothing typed is lost, and a stranger's inbox is not filled."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.messages.models import Message
from alongside.people.models import Person
from alongside.safety import drafts
from alongside.voice import tell
from alongside.voice.answering import BY_A_CODE, Words, answer_by_code
from alongside.voice.errors import ManyAnswers
from alongside.voice.models import Reply, Story

from .conftest import Journey

QUARTER = timedelta(minutes=15)


def use_up(limit: Any, whom: str, at: datetime) -> None:
    """Somebody there was at it already."""
    while limit.take(whom, at):
        pass


def test_one_place_cannot_tell_for_ever_and_keeps_its_words(journey: Journey, now: datetime) -> None:
    use_up(tell.FROM_A_PLACE, "127.0.0.1", now)
    answer = journey.tell(happened="We waited an hour.")
    assert answer.status_code == 422
    assert "Your words are still here" in answer.content.decode()
    assert "We waited an hour." in answer.content.decode()
    assert not Story.objects.exists()

    with time_machine.travel(now + QUARTER, tick=False):
        assert journey.send().status_code == 302
    assert Story.objects.get().happened.body == "We waited an hour."


@pytest.mark.long
def test_a_hall_of_forty_phones_tells(journey: Journey) -> None:
    for _ in range(40):
        assert Journey(Client(), journey.netherby).tell().status_code == 302
    assert Story.objects.count() == 40


def test_one_place_cannot_begin_for_ever_and_keeps_its_words(journey: Journey, now: datetime) -> None:
    use_up(drafts.FROM_A_PLACE, "127.0.0.1", now)
    answer = journey.say("happened", happened="We waited an hour.")
    assert answer.status_code == 422
    assert "We waited an hour." in answer.content.decode()
    assert journey.drafts == 0


def test_who_began_already_goes_on(journey: Journey, now: datetime) -> None:
    journey.say("happened", happened="We waited an hour.")
    use_up(drafts.FROM_A_PLACE, "127.0.0.1", now)
    assert journey.say("good", good="She was kind.").status_code == 302


@pytest.mark.long
def test_a_stranger_cannot_fill_an_inbox(journey: Journey) -> None:
    """All stories are kept, and none is refused: that would say that somebody told us something."""
    back = {"channel": "email", "email": "victim@home.example"}
    answers = [Journey(Client(), journey.netherby).tell(back=back) for _ in range(8)]
    assert {answer.status_code for answer in answers} == {302}
    assert Story.objects.count() == 8
    assert Message.objects.filter(kind="thanks").count() == tell.TO_AN_ADDRESS.most == 5


def test_a_code_brings_a_few_answers_at_a_time(
    told: Callable[..., Story], gwen: Person, jo: Person, now: datetime
) -> None:
    story = told(uses=["service"])
    story.reading.pass_on(gwen, 1, now)
    asked = story.ask(jo, now)
    for number in range(BY_A_CODE.most):
        answer_by_code(asked, Words(body=f"Answer {number}.", key=uuid.uuid4(), signed="Sam"), now)
    one_more = Words(body="Once more.", key=uuid.uuid4(), signed="Sam")
    with pytest.raises(ManyAnswers):
        answer_by_code(asked, one_more, now)
    assert Reply.objects.count() == BY_A_CODE.most
    assert answer_by_code(asked, one_more, now + QUARTER).text.body == "Once more."
