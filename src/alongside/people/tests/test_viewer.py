"""A viewer is a person with roles, or nobody. Roles hold in one place and end at once."""

from __future__ import annotations

from datetime import datetime

from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.roles import end_role
from alongside.people.viewer import NOBODY, Viewer

NAME = Role.Name


def test_nobody_is_nobody_and_holds_nothing(netherby: Netherby) -> None:
    assert not NOBODY
    assert NOBODY.roles == ()
    assert not NOBODY.holds(NAME.COORDINATOR)
    assert NOBODY.areas_as(NAME.KEEPER) == frozenset()
    assert not NOBODY.is_service_side


def test_a_role_is_held_in_its_own_area_only(netherby: Netherby, jo: Person) -> None:
    viewer = Viewer(jo)

    assert viewer.holds(NAME.KEEPER, area=netherby.area)
    assert viewer.holds(NAME.KEEPER, area=netherby.area.pk)
    assert not viewer.holds(NAME.KEEPER, area=netherby.elsewhere)
    assert not viewer.holds(NAME.MODERATOR, area=netherby.area)


def test_a_role_does_not_flow_down_the_tree(netherby: Netherby, asha: Person, now: datetime) -> None:
    Role.objects.create(person=asha, name=NAME.KEEPER, area=netherby.region, since=now)

    assert not Viewer(asha).holds(NAME.KEEPER, area=netherby.area)


def test_a_role_that_was_ended_is_gone_with_the_next_request(jo: Person, now: datetime) -> None:
    before = Viewer(jo)
    assert before.holds(NAME.KEEPER)

    end_role(jo.roles.get(name=NAME.KEEPER), now, jo)

    assert not Viewer(jo).holds(NAME.KEEPER)


def test_who_works_for_a_service_is_on_its_side(netherby: Netherby, kit: Person, gwen: Person) -> None:
    assert Viewer(kit).is_service_side
    assert Viewer(kit).is_of(netherby.council)
    assert not Viewer(kit).is_of(netherby.school)
    assert not Viewer(gwen).is_service_side


def test_who_works_for_the_forum_is_not_on_the_services_side(
    netherby: Netherby, asha: Person, now: datetime
) -> None:
    Role.objects.create(person=asha, name=NAME.STAFF, organisation=netherby.forum, since=now)

    assert Viewer(asha).is_of(netherby.forum)
    assert not Viewer(asha).is_service_side


def test_a_viewer_reads_the_roles_once(kit: Person, django_assert_num_queries: object) -> None:
    viewer = Viewer(kit)
    with django_assert_num_queries(1):  # type: ignore[operator]
        viewer.holds(NAME.MODERATOR)
        viewer.areas_as(NAME.MODERATOR)
        assert viewer.works_for
        assert viewer.is_service_side


def test_by_a_code_alone_a_task_is_held_and_not_open(netherby: Netherby, jo: Person) -> None:
    jo.by_code_alone = True
    viewer = Viewer(jo)
    assert not viewer.holds(NAME.COORDINATOR, area=netherby.area)
    assert not viewer.areas_as(NAME.COORDINATOR)
    assert viewer.is_given(NAME.COORDINATOR, area=netherby.area)
    assert not viewer.is_given(NAME.COORDINATOR, area=netherby.region)
