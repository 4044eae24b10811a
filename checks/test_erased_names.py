"""House rule: of somebody who was erased no name, address or need is left anywhere, and all is whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.test import TestCase

from alongside.people.demo import Netherby, netherby
from alongside.people.models import ContactProfile, Member
from alongside.website.whole import faults
from alongside.website.yours.erasing import erase
from alongside.website.yours.holders import Holder
from alongside.welcome.models import Session

from .house import world as worlds
from .house.everything_said import deliver, say_everything, what_goes_out_later
from .house.test_erasing import WHO
from .house.world import World

pytestmark = pytest.mark.xdist_group("erased")


@pytest.fixture
def named(for_the_file: None, settings: Any, tmp_path: Path, monkeypatch: Any) -> Iterator[World]:
    """The world, in which from its first day everybody’s name, address and needs are markers of their own."""
    settings.VAR, settings.OUTBOX = tmp_path, "folder"
    monkeypatch.setattr(worlds, "netherby", marked)
    with transaction.atomic():
        world = worlds.build()
        what_goes_out_later(world)
        say_everything(world)
        deliver(world.now + timedelta(days=200))
        yield world
        transaction.set_rollback(True)


def marker(who: str, what: str) -> str:
    return f"zq{who}{what}zq"


def marked(at: Any) -> Netherby:
    n = netherby(at)
    for who, person in n.people.items():
        person.screen_name, person.email = (
            marker(who, "name").title(),
            f"{marker(who, 'mail')}@canary.example",
        )
        person.save(update_fields=["screen_name", "email"])
        needs = {"helps_in_a_room": marker(who, "room"), "post_address": marker(who, "post")}
        ContactProfile.objects.filter(person=person).update(**needs)
        Member.objects.filter(person=person).update(how=marker(who, "how"))
    return n


def left_of(who: str, folder: Path) -> list[str]:
    """Where any marker of this person still stands: a table, a file, a session, the cache."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            text = " ".join(str(value) for value in row.values()).lower()
            if f"zq{who}" in text:
                found.append(f"{model._meta.label}: {text[:300]}")
    files = [file for file in folder.rglob("*") if file.is_file()]
    found += [str(file) for file in files if f"zq{who}" in file.read_text(errors="replace").lower()]
    held = str(getattr(cache, "_cache", {})).lower()
    return [*found, "the cache"] if f"zq{who}" in held else found


def test_nothing_is_left_of_anybody_and_all_is_whole(
    named: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One after the other; the files go once it is sure, so those promises are kept here by hand."""
    for who in WHO:
        person = named.n.people[who]
        assert left_of(who, tmp_path), f"nothing was there of {who}"
        with TestCase.captureOnCommitCallbacks(execute=True):
            erase(Holder(person), named.now + timedelta(days=201))
        assert left_of(who, tmp_path) == [], who
        assert not Session.objects.filter(person=person).exists()
        assert f"zq{who}" not in caplog.text.lower()
    assert list(faults()) == []
