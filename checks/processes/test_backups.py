"""Everything goes into one file and comes back the same, or is refused with a sentence."""

from __future__ import annotations

import io
import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from alongside.people.demo import Netherby
from alongside.people.models import Area
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.models import Publication, Story, Withdrawal
from alongside.voice.publishing import take_back, withdraw
from alongside.voice.taken_back import take_back_again
from alongside.website import engines
from alongside.website.backups import back_up, read, restore
from alongside.website.engines import CannotCopy
from alongside.website.packing import LIST

LATER = datetime(2026, 4, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    """Files and the list of who was erased are this test’s own."""
    settings.VAR = tmp_path / "var"


@pytest.fixture
def backup(netherby: Netherby, tmp_path: Path, now: datetime) -> Path:
    """Netherby in one file."""
    back_up(tmp_path / "netherby.tar.gz", at=now)
    return tmp_path / "netherby.tar.gz"


def _changed(backup: Path, **told: object) -> Path:
    """The same backup with a list that says something else."""
    other = backup.with_name("other.tar.gz")
    with tarfile.open(backup) as old, tarfile.open(other, "w:gz") as new:
        for member in old.getmembers():
            content = old.extractfile(member)
            assert content is not None
            body = content.read()
            if member.name == LIST:
                body = json.dumps({**json.loads(body), **told}).encode()
            member.size = len(body)
            new.addfile(member, io.BytesIO(body))
    return other


def test_the_list_says_what_is_in_the_file(backup: Path, netherby: Netherby) -> None:
    manifest = read(backup)
    assert manifest.counts["people_person"] == len(netherby.people)
    assert manifest.counts == engines.facts().counts
    assert backup.stat().st_mode & 0o077 == 0


def test_what_was_lost_comes_back(backup: Path, netherby: Netherby) -> None:
    before = engines.facts()
    Area.objects.filter(pk=netherby.area.pk).update(name="Lost")
    restore(backup, replace=True, at=LATER)
    assert Area.objects.get(pk=netherby.area.pk).name == "Netherby"
    assert engines.facts() == before


def test_it_comes_back_into_an_empty_place_without_being_told_to_replace(backup: Path) -> None:
    before = engines.facts()
    call_command("flush", interactive=False)
    restore(backup, replace=False, at=LATER)
    assert engines.facts() == before


def test_what_is_here_is_not_overwritten_unasked(backup: Path, netherby: Netherby) -> None:
    with pytest.raises(CannotCopy, match="--replace"):
        restore(backup, replace=False, at=LATER)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"version": "99.1.0"}, "only"),
        ({"engine": "another"}, "another"),
        ({"form": 99}, "newer"),
        ({"digests": {"../evil": "0"}}, "evil"),
        ({"digests": {"missing": "0"}}, "missing"),
    ],
)
def test_a_backup_that_does_not_fit_is_refused(backup: Path, told: dict[str, object], why: str) -> None:
    with pytest.raises(CannotCopy, match=why):
        restore(_changed(backup, **told), replace=True, at=LATER)


def test_a_list_that_does_not_fit_its_database_changes_nothing(backup: Path, netherby: Netherby) -> None:
    counts = {**read(backup).counts, "people_person": 3}
    Area.objects.filter(pk=netherby.area.pk).update(name="Newer")
    with pytest.raises(CannotCopy):
        restore(_changed(backup, counts=counts), replace=True, at=LATER)
    assert Area.objects.get(pk=netherby.area.pk).name == "Newer"


def test_a_damaged_file_is_refused(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.write_bytes(content)
    with pytest.raises(CannotCopy, match=r"read as a backup|damaged"):
        restore(backup, replace=True, at=LATER)


def test_something_else_altogether_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(CommandError, match="cannot be read as a backup"):
        call_command("restore", tmp_path / "letter.txt")


def test_a_backup_never_overwrites_another(backup: Path, now: datetime) -> None:
    with pytest.raises(CannotCopy, match="already"):
        back_up(backup, at=now)


def test_the_command_says_where_it_is(netherby: Netherby, tmp_path: Path) -> None:
    said = io.StringIO()
    call_command("backup", tmp_path / "one.tar.gz", stdout=said)
    assert "one.tar.gz" in said.getvalue()


def test_what_a_teller_took_back_since_stays_taken_back(
    netherby: Netherby, tmp_path: Path, now: datetime
) -> None:
    may_show = Tale("centre", 30, "The letter came late.", channel="none", uses=("publish",), public=True)
    shown, gone = (voices.live(netherby, may_show, now) for _ in range(2))
    assert Publication.objects.count() == 2
    back_up(tmp_path / "before", at=now)
    take_back(shown, "publish", now)
    withdraw(gone, now)

    restored = restore(tmp_path / "before", replace=True, at=LATER)

    assert restored.taken_back == 2
    assert not Publication.objects.exists()
    assert Withdrawal.objects.filter(story=gone, use="").exists()
    assert Story.objects.get(pk=gone.pk).parts == []
    assert take_back_again(LATER) == 0


def test_a_broken_line_of_what_was_taken_back_stops_nothing(
    netherby: Netherby, tmp_path: Path, now: datetime, settings: Any
) -> None:
    settings.VAR.mkdir(exist_ok=True)
    (settings.VAR / "taken_back.jsonl").write_text('{"story": "no\n[1]\n{}\n', encoding="utf-8")
    assert take_back_again(now) == 0
