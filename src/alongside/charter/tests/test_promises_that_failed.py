"""Promises that were kept are evidence. One that failed those who asked for it is not, picked or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.charter.errors import NotOffered
from alongside.charter.models import Evidence
from alongside.charter.offered import Kind, offered
from alongside.charter.picking import pick
from alongside.groups import demo as at_work
from alongside.groups.models import Decision
from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.promises import demo as kept
from alongside.promises import demo_turns as turns
from alongside.promises.models import Promise
from alongside.voice import links

from .evidence_at import there, told

Browser = Callable[[Person | None], Client]
Stage = Callable[[], Promise]
DAY = timedelta(days=1)
COUNTS = ["delivered", "told", "yes", "partly", "too_soon", "most_say_yes"]
FAILS = ["refused", "opened_again", "says_no", "divided", "no_because", "not_confirmed"]


@pytest.fixture
def now() -> datetime:
    """This very moment: pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def decision(netherby: Netherby, now: datetime) -> Decision:
    """A decision about the school, four months ago, that rests on what four people told."""
    n, at = netherby, now - 120 * DAY
    group = at_work.groups(n, at - 60 * DAY)
    found = at_work.opened(n, group, at, title="A bench", cornerstone="welcome", about=[n.school])
    for number in range(4):
        story = told(
            n, at, days_ago=20 + number, uses=("service", "decide"), channel="link", who="", touches=[]
        )
        links.rest_on(found, story, group.seat_of(n.asha), at + DAY)
    for speaker in (n.ben, n.asha):
        found.agree(group.seat_of(speaker), found.wording.pk, at + 11 * DAY)
    return found


@pytest.fixture
def stage(netherby: Netherby, decision: Decision, now: datetime) -> Callable[[str], Promise]:
    n, at = netherby, now - 100 * DAY

    def minds(*answers: str) -> Promise:
        return turns.of_many_minds(n, decision, at, answers, "Nobody can find it.")

    ways: dict[str, Stage] = {
        "delivered": lambda: kept.delivered(n, decision, at),
        "told": lambda: kept.told(n, decision, at),
        "yes": lambda: kept.yes(n, decision, at),
        "partly": lambda: kept.partly(n, decision, at),
        "too_soon": lambda: kept.too_soon(n, decision, at),
        "most_say_yes": lambda: minds("yes", "yes", "yes", "no"),
        "refused": lambda: kept.refused(n, decision, at),
        "opened_again": lambda: turns.opened_again(n, decision, at, "It broke.", now + 9 * DAY),
        "says_no": lambda: kept.no(n, decision, at),
        "divided": lambda: minds("no", "yes", "partly", "too-soon"),
        "no_because": lambda: turns.why_not(
            minds("no", "partly", "partly", "yes"), "It is to stay there.", at + 30 * DAY
        ),
        "not_confirmed": lambda: kept.not_confirmed(n, decision, at),
    }
    return lambda name: ways[name]()


def found(n: Netherby, now: datetime) -> list[object]:
    return list(offered(Kind.PROMISE, there(n), Viewer(n.farah), day_of(now)))


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_done_is_offered_and_counts(
    netherby: Netherby, stage: Callable[[str], Promise], now: datetime, name: str
) -> None:
    promise = stage(name)
    assert found(netherby, now) == [promise]
    pick(there(netherby), (Kind.PROMISE, promise.pk), netherby.farah, now)
    assert Evidence.objects.with_standing(day_of(now)).get().stands


@pytest.mark.parametrize("name", FAILS)
def test_what_failed_is_not_offered_and_cannot_be_picked(
    netherby: Netherby, stage: Callable[[str], Promise], now: datetime, name: str
) -> None:
    promise = stage(name)
    assert found(netherby, now) == []
    with pytest.raises(NotOffered):
        pick(there(netherby), (Kind.PROMISE, promise.pk), netherby.farah, now)


@pytest.mark.parametrize("name", FAILS[1:])
def test_what_failed_since_it_was_picked_shows_how_and_does_not_count(
    netherby: Netherby, stage: Callable[[str], Promise], now: datetime, client_of: Browser, name: str
) -> None:
    promise, spot = stage(name), there(netherby)
    Evidence.objects.create(**spot.keys, promise=promise, by=netherby.farah, on=day_of(now - 75 * DAY))
    assert not Evidence.objects.with_standing(day_of(now)).get().stands
    page = reverse("charter:statement", args=[netherby.school.pk, "cornerstones", "heard"])
    shown = text(client_of(netherby.farah).get(page))
    assert f"{promise.title} {promise.state(now).text} It is not evidence now" in shown
    assert "Something that was picked does not count any more" in shown
    assert "Promises that are done" not in shown
    listed = text(client_of(netherby.jo).get(reverse("charter:evidence", args=[netherby.school.pk])))
    assert "Something that was picked does not count any more" in listed
    assert "There is evidence" not in listed


def test_another_go_that_helped_counts_again(netherby: Netherby, decision: Decision, now: datetime) -> None:
    promise = turns.another_go(netherby, decision, now - 100 * DAY, "No.", "Now there is one.", "I saw it.")
    assert found(netherby, now) == [promise]


def text(answer: object) -> str:
    body = answer.content.decode()  # type: ignore[attr-defined]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))
