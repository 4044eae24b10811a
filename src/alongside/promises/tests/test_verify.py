"""``verify`` finds what cannot have come about through the verbs."""

from __future__ import annotations

import pytest

from alongside.people.days import midnight
from alongside.promises.clock import ask_again
from alongside.promises.models import Accepted, Checked, NotConfirmed, Refusal, Reopened, Told, Verdict
from alongside.promises.verify import faults

from .conftest import DAY

STAGES = [
    *("proposed", "accepted", "started", "overdue", "delivered", "told"),
    *("yes", "partly", "no", "too_soon", "not_confirmed", "refused"),
]


def test_all_that_the_verbs_write_is_well(stage, at):
    for name in STAGES:
        stage(name)
    ask_again(at + 100 * DAY)
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("name", "spoil", "says"),
    [
        ("refused", lambda: _taken_on_as_well(), "refused as well"),
        ("told", lambda: Told.objects.all().delete(), "no row says who was told"),
        ("told", lambda: Checked.objects.all().delete(), "before anybody checked"),
        ("told", lambda: Checked.objects.update(by=_owner()), "checked by its own owner"),
        ("told", lambda: _works_there(), "checked by someone who worked there"),
        ("yes", lambda: Verdict.objects.update(on="2020-01-01"), "before its teller was told"),
        ("yes", lambda: Verdict.objects.update(number=2), "nobody asked again"),
        ("no", lambda: Reopened.objects.all().delete(), "a third says no"),
        ("no", lambda: Verdict.objects.update(counted="yes"), "nobody says no"),
        ("yes", lambda: _silent(), "it was not silence"),
    ],
)
def test_what_is_not_well_has_a_sentence(stage, name, spoil, says):
    stage(name)
    assert list(faults()) == []
    spoil()
    assert any(says in fault for fault in faults())


def _owner():
    return Checked.objects.get().delivered.promise.lived_owner


def _taken_on_as_well():
    no = Refusal.objects.get()
    Accepted.objects.create(promise=no.promise, by=no.by, at=no.at)


def _works_there():
    from alongside.people.models import Role

    checked = Checked.objects.get()
    there = checked.delivered.promise.organisation
    Role.objects.create(person=checked.by, organisation=there, name=Role.Name.STAFF, since=checked.at - DAY)


def _silent():
    said = Verdict.objects.get()
    NotConfirmed.objects.create(delivered=said.told.delivered, at=midnight(said.on) + 3 * DAY)
