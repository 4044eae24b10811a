"""Roles are given by a co-ordinator, never to oneself, and told in the journal."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.journal.models import Event
from alongside.journal.verify import faults
from alongside.people import errors
from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.roles import TASKS, end_role, give_role
from alongside.people.viewer import Viewer

NAME = Role.Name


def test_jo_makes_asha_a_moderator(netherby: Netherby, asha: Person, jo: Person, now: datetime) -> None:
    give_role(asha, NAME.MODERATOR, now, jo, area=netherby.area)

    assert Viewer(asha).holds(NAME.MODERATOR, area=netherby.area)
    event = Event.objects.get(what="role.given")
    assert (event.about_id, event.detail.by, event.detail.body["role"]) == (asha.pk, "Jo", "moderator")
    assert list(faults()) == []


def test_giving_a_role_twice_gives_it_once(
    netherby: Netherby, asha: Person, jo: Person, now: datetime
) -> None:
    first = give_role(asha, NAME.MODERATOR, now, jo, area=netherby.area)
    second = give_role(asha, NAME.MODERATOR, now + timedelta(days=1), jo, area=netherby.area)

    assert first == second
    assert Event.objects.filter(what="role.given").count() == 1


def test_somebody_works_for_an_organisation(
    netherby: Netherby, asha: Person, jo: Person, now: datetime
) -> None:
    give_role(asha, NAME.STAFF, now, jo, organisation=netherby.forum)

    assert Viewer(asha).is_of(netherby.forum)


def test_nobody_gives_themselves_a_role(netherby: Netherby, jo: Person, now: datetime) -> None:
    with pytest.raises(errors.NotToYourself):
        give_role(jo, NAME.LEAD, now, jo, area=netherby.area)


@pytest.mark.parametrize("who", ["asha", "ben", "kit", "dev", "hal"])
def test_only_a_co_ordinator_of_the_area_gives_roles(netherby: Netherby, now: datetime, who: str) -> None:
    with pytest.raises(errors.NotYoursToGive):
        give_role(netherby.cara, NAME.KEEPER, now, netherby.people[who], area=netherby.area)
    assert not Event.objects.exists()


def test_the_first_co_ordinator_is_made_by_the_first_run(
    netherby: Netherby, asha: Person, now: datetime
) -> None:
    give_role(asha, NAME.COORDINATOR, now, None, area=netherby.region)

    assert Viewer(asha).holds(NAME.COORDINATOR, area=netherby.region)


def test_a_role_is_held_in_the_right_kind_of_place(netherby: Netherby, asha: Person, now: datetime) -> None:
    with pytest.raises(errors.NotOfThisPlace):
        give_role(asha, NAME.STAFF, now, None, area=netherby.area)
    with pytest.raises(errors.NotOfThisPlace):
        give_role(asha, NAME.KEEPER, now, None, organisation=netherby.forum)
    with pytest.raises(errors.NotOfThisPlace):
        give_role(asha, NAME.KEEPER, now, None, area=netherby.area, organisation=netherby.forum)


def test_a_role_can_be_ended_laid_down_and_given_again(
    netherby: Netherby, gwen: Person, jo: Person, now: datetime
) -> None:
    role = gwen.roles.get(name=NAME.MODERATOR)
    end_role(role, now, gwen)
    ended = end_role(role, now + timedelta(days=1), jo)

    assert ended.until == now
    assert Event.objects.filter(what="role.ended").count() == 1
    assert give_role(gwen, NAME.MODERATOR, now, jo, area=netherby.area) != role


def test_a_stranger_ends_nobodys_role(gwen: Person, dev: Person, now: datetime) -> None:
    with pytest.raises(errors.NotYoursToGive):
        end_role(gwen.roles.get(name=NAME.MODERATOR), now, dev)


def test_every_role_has_a_task() -> None:
    assert set(TASKS) == set(NAME)
