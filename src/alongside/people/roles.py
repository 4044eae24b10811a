"""The two verbs of a role: give one, end one. ``tasks.py`` says what each is for."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.journal import models as journal

from .errors import BlankedAlready, NotOfThisPlace, NotToYourself, NotYoursToGive
from .models import Area, Organisation, Person, Role
from .tasks import TASKS
from .viewer import Viewer

__all__ = ["TASKS", "end_role", "give_role"]


_NAME = Role.Name


def give_role(
    person: Person,
    name: Role.Name,
    at: datetime,
    by: Person | None,
    *,
    area: Area | None = None,
    organisation: Organisation | None = None,
) -> Role:
    """Let this person do this task in this one place. Giving it twice gives the role that is there.

    ``by`` is a co-ordinator of the area, never the person; or None at the first run: nobody is there yet.

    Raises ``NotOfThisPlace``, ``NotYoursToGive``, ``NotToYourself`` or ``BlankedAlready``.
    """
    where: Area | Organisation | None = area if TASKS[name].in_an_area else organisation
    if where is None or (area and organisation):
        raise NotOfThisPlace
    _may_give(by, where)
    if by is not None and by.pk == person.pk:
        raise NotToYourself
    with transaction.atomic():
        if Person.objects.select_for_update().get(pk=person.pk).blanked_at:
            raise BlankedAlready
        role, new = Role.objects.get_or_create(
            person=person, name=name, area=area, organisation=organisation, until=None, defaults={"since": at}
        )
        if new:
            _tell("role.given", role, where, at, by)
    return role


def end_role(role: Role, at: datetime, by: Person | None) -> Role:
    """End this task: a co-ordinator of the area, or the person who lays it down. Twice is once.

    Raises ``NotYoursToGive``.
    """
    where = role.area or role.organisation
    assert where is not None  # noqa: S101 - the database says so: a_role_is_held_in_one_place
    if by is None or by.pk != role.person_id:
        _may_give(by, where)
    with transaction.atomic():
        role = Role.objects.select_for_update(of=("self",)).select_related("person").get(pk=role.pk)
        if role.until is None:
            role.until = at
            role.save(update_fields=["until"])
            _tell("role.ended", role, where, at, by)
    return role


def _may_give(by: Person | None, where: Area | Organisation) -> None:
    if by is not None and not Viewer(by).holds(_NAME.COORDINATOR, area=_area_of(where)):
        raise NotYoursToGive


def _area_of(where: Area | Organisation) -> Area:
    return where if isinstance(where, Area) else where.area


def _tell(what: str, role: Role, where: Area | Organisation, at: datetime, by: Person | None) -> None:
    journal.record(
        what, area_id=_area_of(where).pk, about=role.person, at=at, by=by, role=role.name, where=str(where)
    )
