"""Only when someone who works there takes it on does a promise count."""

from __future__ import annotations

import pytest

from alongside.journal.models import Event
from alongside.promises.errors import NotAccepted, NotAnOwner, NotFromThere
from alongside.promises.models import Accepted

from .conftest import DAY


def test_someone_there_takes_it_on(stage, priya, at):
    promise = stage("proposed")
    assert promise.state(at).text == "Proposed, not yet taken on"
    promise.accept(priya, at + DAY)
    assert promise.state(at + DAY).text == "Promised"


@pytest.mark.parametrize("name", ["asha", "ben", "jo", "owen", "dev"])
def test_nobody_else_can_promise_for_them(stage, netherby, at, name):
    promise = stage("proposed")
    with pytest.raises(NotFromThere):
        promise.accept(netherby.people[name], at)
    assert not Accepted.objects.exists()


def test_taking_it_on_twice_is_once(stage, priya, at):
    promise = stage("proposed")
    first = promise.accept(priya, at + DAY)
    assert promise.accept(priya, at + 2 * DAY) == first
    assert Event.objects.filter(what="promise.accepted").count() == 1
    assert first.at == at + DAY


def test_work_begins_once_it_was_taken_on(stage, owen, at):
    promise = stage("proposed")
    with pytest.raises(NotAccepted):
        promise.start(owen, at)


def test_only_an_owner_says_that_work_has_begun(stage, owen, asha, at):
    promise = stage("accepted")
    with pytest.raises(NotAnOwner):
        promise.start(asha, at)
    assert promise.start(owen, at + DAY) == promise.start(owen, at + 2 * DAY)
