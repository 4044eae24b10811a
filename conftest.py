"""What every test may ask for: Netherby, its cast, and a moment in time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from alongside.people.demo import CAST, Netherby
from alongside.people.demo import netherby as make_netherby
from alongside.people.models import Person
from alongside.welcome import strength

ROOMS = Path(__file__).parent / "src"
DATABASE = {"db", "transactional_db", "for_the_file"}
by_a_code = Client.force_login
"""Sign in as by a code alone: ``by_a_code(client, person)``."""


def by_a_second_step(client: Client, person: Person) -> None:
    """Sign in as after a second step, taken this very moment: the usual way in tests."""
    by_a_code(client, person)
    session, moment = client.session, timezone.now().isoformat()
    session.update({strength.STEPPED: moment, strength.OPENS: moment})
    session.save()


def pytest_configure() -> None:
    """Whoever signs in at once in a test has taken the second step; ``by_a_code`` is for tests about it.

    Tests make much and keep little: looking for rings of garbage less often saves a tenth of the time. And
    what is slow on purpose is quick in tests.
    """
    settings.RECOVERY_ROUNDS = 1
    Client.force_login = by_a_second_step  # type: ignore[assignment,method-assign]
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in a room, and what asks no database: the kinds of ``make test`` choose by it."""
    for item in items:
        if ROOMS in item.path.parents:
            item.add_marker(pytest.mark.room)
        asks = DATABASE & set(getattr(item, "fixturenames", ()))
        if not asks and item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.once_on_sqlite)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file's bytes name no test: a ZIP bears its minute, and two workers must find the same tests."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def now() -> datetime:
    """Thursday 12 March 2026, ten in the morning: the day the pictures were taken."""
    return datetime(2026, 3, 12, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def a_shelf_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Files of tests lie in a folder of this worker's own: sweeping it harms no other."""
    ours = settings.STORAGES["default"]
    there = {**ours, "OPTIONS": {**ours["OPTIONS"], "location": tmp_path_factory.mktemp("files")}}
    with override_settings(STORAGES={**settings.STORAGES, "default": there}):
        yield


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def for_the_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Lets a fixture lay once what all tests of a file stand on; see ``undone_after``."""
    with django_db_blocker.unblock(), undone():
        yield


@pytest.fixture
def undone_after(for_the_file: None) -> Iterator[None]:
    """What a room calls ``db`` when its ground is laid once for each file."""
    with undone():
        yield


@pytest.fixture
def netherby(db: None, now: datetime) -> Netherby:
    """The places and the people."""
    return make_netherby(now)


def _one_of_the_cast(name: str) -> Callable[[Netherby], Person]:
    @pytest.fixture(name=name)
    def person(netherby: Netherby) -> Person:
        return netherby.people[name]

    return person


for _name in CAST:
    globals()[_name.lower()] = _one_of_the_cast(_name.lower())


@pytest.fixture
def client_of() -> Callable[[Person | None], Client]:
    """A browser in which this person is signed in (or nobody)."""

    def signed_in(person: Person | None = None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def by_code() -> Callable[[Person], Client]:
    """A browser in which this person is signed in by a code alone."""

    def signed_in(person: Person) -> Client:
        client = Client()
        by_a_code(client, person)
        return client

    return signed_in
