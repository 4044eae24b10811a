"""The demo's Netherby, made once for these tests; what a test changes is undone after it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from alongside.promises.models import Promise
from alongside.website.demo import two_years
from alongside.website.demo_town import Town
from checks.counted import rows_are_counted

MOST_SECONDS = 60


@pytest.fixture(scope="package")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """Two years of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        began = time.process_time()
        built = two_years(timezone.now())
        assert time.process_time() - began < MOST_SECONDS
        rows_are_counted()
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def town(built: Town, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """The town as it was built."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def read(town: Town) -> Callable[..., str]:
    """What somebody reads on a page; it must be there."""

    def page(path: str, who: str = "", **data: Any) -> str:
        answer = ask(town, path, who, **data)
        assert answer.status_code == 200, f"{path} as {who or 'nobody'}: {answer.status_code}"
        return answer.content.decode()

    return page


def ask(town: Town, path: str, who: str = "", **data: Any) -> HttpResponse:
    """The answer that somebody gets."""
    client = Client()
    if who:
        client.force_login(town.n.people[who])
    return client.get(path, data)


def queries(town: Town, path: str, who: str = "") -> int:
    """How many queries a page takes."""
    client = Client()
    if who:
        client.force_login(town.n.people[who])
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200, path
    return len(seen)


def promise(title: str) -> Promise:
    """The promise with this title."""
    return Promise.objects.get(title=title)
