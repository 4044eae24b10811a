"""A rehearsal: everything of Netherby is lost, and comes back; but for whoever was erased since."""

from __future__ import annotations

import io
import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.groups import demo as at_work
from alongside.messages.models import Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Story
from alongside.website import engines, filed
from alongside.website.backups import back_up, read, restore
from alongside.website.engines import CannotCopy
from alongside.website.models import Erased
from alongside.website.whole import faults
from alongside.website.yours.erased import list_file
from alongside.website.yours.erasing import erase
from alongside.website.yours.holders import Holder

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "n0body-w1ll-guess-this-one"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Any) -> Path:
    settings.VAR = tmp_path / "var"
    (settings.VAR / "files" / "ab").mkdir(parents=True)
    (settings.VAR / "files" / "ab" / "photo.png").write_bytes(os.urandom(2_500_000))
    (settings.VAR / "files" / "empty.txt").write_bytes(b"")
    return Path(settings.VAR)


@pytest.fixture
def place(netherby: Netherby, now: datetime) -> Netherby:
    """With a decision that rests on nothing yet, and a story of Cara’s and one behind a link."""
    group = at_work.groups(netherby, now - 60 * DAY)
    at_work.objection_stands(netherby, group, now - 20 * DAY)
    voices.live(netherby, Tale("centre", 9, "The letter came late.", who="cara", channel=MINE), now)
    return netherby


def digests(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): filed.digest(file) for file in folder.rglob("*") if file.is_file()}


def everything_is_lost(var: Path) -> None:
    call_command("flush", interactive=False, verbosity=0)
    (var / "files" / "ab" / "photo.png").write_bytes(b"something else")
    (var / "files" / "newer.txt").write_bytes(b"not in the backup")


@pytest.mark.parametrize("key", ["", KEY])
def test_all_of_it_comes_back(key: str, place: Netherby, var: Path, tmp_path: Path, now: datetime) -> None:
    before, files = engines.facts(), digests(var / "files")
    back_up(tmp_path / "safe", at=now, key=key)
    everything_is_lost(var)

    manifest, again, _ = restore(tmp_path / "safe", replace=False, at=now + DAY, key=key)

    assert engines.facts() == before
    assert again == 0
    assert before.heads
    assert digests(var / "files") == files
    assert sorted(manifest.files) == ["files/ab/photo.png", "files/empty.txt"]
    assert list(faults()) == []
    assert signs_in("cara@netherby.example")


def signs_in(address: str) -> bool:
    """By a code, as everybody does."""
    browser = Client()
    browser.post("/sign-in/", {"address": address})
    body = Message.objects.filter(kind="sign-in").order_by("said_at").last()
    code = re.search(r"\d{3} \d{3}", body.body) if body else None
    return bool(code and browser.post("/sign-in/code/", {"code": code.group()}).status_code == 302)


def test_whoever_was_erased_since_stays_erased(
    place: Netherby, var: Path, tmp_path: Path, now: datetime
) -> None:
    _, token = voices.tell_story(place, Tale("school", 3, good="Kind Mr Bell."), now - 3 * DAY)
    link = WayBack.behind(token or "")
    assert link
    back_up(tmp_path / "safe", at=now)
    erase(Holder(place.cara), now + DAY)
    erase(Holder(way_back=link), now + DAY)
    everything_is_lost(var)

    _, again, _ = restore(tmp_path / "safe", replace=True, at=now + 2 * DAY)

    assert again == 2
    assert not Person.objects.get(pk=place.cara.pk).is_active
    assert Person.objects.get(pk=place.jo.pk).is_active
    assert all(story.is_taken_back for story in Story.objects.all())
    assert WayBack.behind(token or "") is None
    assert list(faults()) == []
    assert not signs_in("cara@netherby.example")


def test_the_list_may_be_kept_elsewhere(place: Netherby, var: Path, tmp_path: Path, now: datetime) -> None:
    back_up(tmp_path / "safe", at=now)
    erase(Holder(place.cara), now + DAY)
    list_file().rename(tmp_path / "list")
    everything_is_lost(var)

    with pytest.raises(CannotCopy, match="not there"):
        restore(tmp_path / "safe", replace=True, at=now, erased_list=tmp_path / "no list")
    _, again, _ = restore(tmp_path / "safe", replace=True, at=now, erased_list=tmp_path / "list")
    assert again == 1
    assert list_file().exists()


def test_the_list_holds_ids_and_days_and_nothing_else(place: Netherby, now: datetime) -> None:
    erase(Holder(place.cara), now)
    text = list_file().read_text()
    assert text == f'{{"id": "{place.cara.pk}", "kind": "person", "on": "2026-03-12"}}\n'
    assert list_file().stat().st_mode & 0o077 == 0


def test_a_list_that_is_damaged_stops_it_before_anything_is_lost(
    place: Netherby, tmp_path: Path, now: datetime
) -> None:
    back_up(tmp_path / "safe", at=now)
    for wrong in ("{", "[1]", '{"id": "1"}'):
        list_file().write_text(wrong)
        with pytest.raises(CannotCopy, match="list of who was erased"):
            restore(tmp_path / "safe", replace=True, at=now)
    assert Person.objects.exists()


def test_a_backup_from_elsewhere_that_came_in_by_hand_is_seen_to_at_night(
    place: Netherby, now: datetime
) -> None:
    Erased.objects.create(pk=place.cara.pk, kind=Erased.Kind.PERSON, on=now.date())
    call_command("forget", stdout=io.StringIO())
    assert not Person.objects.get(pk=place.cara.pk).is_active


def test_a_sealed_backup_says_nothing_without_its_key(
    place: Netherby, tmp_path: Path, settings: Any, now: datetime
) -> None:
    back_up(tmp_path / "safe", at=now, key=KEY)
    content = (tmp_path / "safe").read_bytes()

    assert b"cara@" not in content
    assert b"manifest" not in content
    with pytest.raises(CannotCopy, match="is sealed"):
        restore(tmp_path / "safe", replace=True, at=now)
    with pytest.raises(CannotCopy, match="key does not fit"):
        restore(tmp_path / "safe", replace=True, at=now, key=KEY + "?")
    settings.BACKUP_KEY = KEY + "?"
    with pytest.raises(CommandError, match="key does not fit"):
        call_command("restore", tmp_path / "safe")
    assert read(tmp_path / "safe", KEY).rows


def test_a_key_that_can_be_guessed_is_refused(place: Netherby, tmp_path: Path, now: datetime) -> None:
    with pytest.raises(CannotCopy, match="short"):
        back_up(tmp_path / "safe", at=now, key="netherby")
    assert not (tmp_path / "safe").exists()
