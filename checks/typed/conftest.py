"""The same small world as for the house rules, and one who is signed in by a code alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from alongside.groups.models import Decision
from alongside.promises import demo as kept
from checks.house.world import DAY, World, build
from conftest import by_a_code

from .ways import BY_A_CODE, Key, Way, every_way

HERE = "http://testserver"
"""Passkeys are asked for on a page at our public address only."""


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Netherby with one of everything."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(PUBLIC_ADDRESS=HERE):
        world = build()
        world.browsers[BY_A_CODE] = Client()
        by_a_code(world.browsers[BY_A_CODE], world.n.owen)
        _promises_under_way(world)
        yield world
        transaction.set_rollback(True)


def _promises_under_way(world: World) -> None:
    """One that can be taken on or refused, one that can be said to be done, one that can be looked at."""
    taken = Decision.objects.get(pk=world.of_route["promises:new", "decision"])
    begun = kept.started(world.n, taken, world.now - 10 * DAY, title="Somebody rings")
    done = kept.delivered(world.n, taken, world.now - 30 * DAY, title="A plan of the building")
    asked = kept.proposed(world.n, taken, world.now - DAY, title="A bell by the door")
    world.of_route["promises:refusal", "promise"] = asked.pk
    world.of_route["promises:deliveries", "promise"] = begun.pk
    world.of_route["promises:check", "promise"] = done.pk


@pytest.fixture(scope="package")
def ways(world: World, django_db_blocker: DjangoDbBlocker) -> dict[Key, list[Way]]:
    """Every form of the house, with a way to it for each person who can come to it."""
    with django_db_blocker.unblock():
        return every_way(world)
