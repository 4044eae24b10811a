"""A promise is not kept because the service says so."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.groups.models import Seat
from alongside.people.models import Role
from alongside.people.viewer import Viewer
from alongside.promises.delivering import checkable, may_check
from alongside.promises.errors import NotAccepted, NotAnOwner, NotNow, NotYoursToCheck, SomethingMissing
from alongside.promises.models import Checked, Delivered, Told

from .conftest import DAY, messages


def test_an_owner_says_what_is_different_now(stage, owen, at):
    promise = stage("started")
    delivered = promise.deliver(owen, "Letters come in time.", "", at + 20 * DAY)
    assert delivered.number == 1
    assert promise.state(at + 20 * DAY).text == "Done, not yet checked"


def test_nobody_else_can_say_that_it_is_done(stage, asha, at):
    with pytest.raises(NotAnOwner):
        stage("started").deliver(asha, "It is done.", "", at + 20 * DAY)


def test_what_nobody_took_on_cannot_be_done(stage, owen, at):
    with pytest.raises(NotAccepted):
        stage("proposed").deliver(owen, "It is done.", "", at)


def test_it_is_not_done_without_a_word(stage, owen, at):
    with pytest.raises(SomethingMissing):
        stage("started").deliver(owen, "  ", "", at)


def test_said_twice_it_is_one_round(stage, priya, at):
    promise = stage("delivered")
    assert promise.deliver(priya, promise.round.text.body, "", at + 21 * DAY) == promise.round
    with pytest.raises(NotNow):
        promise.deliver(priya, "Something else.", "", at + 21 * DAY)
    assert Delivered.objects.count() == 1


def test_who_may_check(stage, netherby):
    """Not its owners Owen and Priya; who sits in the group; Jo co-ordinates and Gwen moderates."""
    promise = stage("delivered")
    able = {name for name, person in netherby.people.items() if may_check(promise, person)}
    assert able == {"asha", "cara", "ellis", "ben", "farah", "kit", "jo", "gwen"}
    asked = {name for name, person in netherby.people.items() if checkable(Viewer(person)).exists()}
    assert asked == able


def test_who_works_there_cannot_check(stage, netherby, ben, at):
    promise = stage("delivered")
    Role.objects.create(person=ben, organisation=netherby.centre, name=Role.Name.STAFF, since=at)
    with pytest.raises(NotYoursToCheck):
        promise.check_it(ben, "It is done.", at + 21 * DAY)


def test_whose_seat_says_that_they_work_there_cannot_check(stage, netherby, cara, at):
    promise = stage("delivered")
    Seat.objects.filter(person=cara).update(works_for=netherby.centre)
    with pytest.raises(NotYoursToCheck):
        promise.check_it(cara, "It is done.", at + 21 * DAY)


@pytest.mark.parametrize("name", ["owen", "priya", "dev", "hal", "ines"])
def test_owners_and_strangers_cannot_check(stage, netherby, at, name):
    promise = stage("delivered")
    with pytest.raises(NotYoursToCheck):
        promise.check_it(netherby.people[name], "It is done.", at + 21 * DAY)
    assert not Checked.objects.exists()
    assert not Told.objects.exists()


def test_there_is_nothing_to_check_before_it_is_done(stage, asha, at):
    with pytest.raises(NotNow):
        stage("started").check_it(asha, "It is done.", at)


def test_checked_twice_is_once(stage, asha, cara, at):
    promise = stage("delivered")
    first = promise.check_it(asha, "I looked.", at + 21 * DAY)
    assert promise.check_it(asha, "I looked.", at + 22 * DAY) == first
    with pytest.raises(NotNow):
        promise.check_it(cara, "I looked too.", at + 22 * DAY)
    assert Told.objects.count() == 1


def test_the_co_ordinator_is_asked_to_look(stage, jo):
    promise = stage("delivered")
    assert [message.person for message in messages(f"promise-check:{promise.round.pk}")] == [jo]


def test_who_looks_and_sees_that_it_is_not_done_opens_it_again(stage, asha, at):
    promise = stage("delivered")
    promise.reopen(asha, "The post book is empty.", (at + 40 * DAY).date(), at + 21 * DAY)
    assert promise.state(at + 21 * DAY).text == "Opened again"
    assert promise.due == (at + 40 * DAY).date()
    assert not Told.objects.exists()


def test_a_task_that_needs_a_second_step_is_closed_for_verbs_too(stage, by_code, client_of, jo):
    """Jo may look because she co-ordinates. By a code alone she does not, even from a page that is open."""
    promise = stage("delivered")
    page, saw = reverse("promises:check", args=[promise.pk]), {"saw": "The post book."}
    assert by_code(jo).post(page, saw).status_code == 422
    assert not Checked.objects.filter(delivered__promise=promise).exists()
    assert client_of(jo).post(page, saw).status_code == 302
