"""A house moves: all of it is there afterwards, or nothing is, and a sentence says why."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from alongside.groups import demo as at_work
from alongside.journal.models import Event
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Withdrawal
from alongside.voice.publishing import withdraw
from alongside.website import engines
from alongside.website.backups import back_up
from alongside.website.engines import CannotCopy
from alongside.website.moving.arriving import arrive
from alongside.website.moving.chest import LIST, Inventory
from alongside.website.moving.leaving import heads, leave
from alongside.website.whole import faults
from alongside.website.yours.erasing import erase
from alongside.website.yours.holders import Holder
from alongside.welcome.sealed import seal, unseal
from alongside.welcome.second_ways import App, Passkey

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "n0body-w1ll-guess-this-one"
DAY = timedelta(days=1)
Table = list[list[Any]]


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Any) -> Path:
    """A folder of this test’s own, with a file in it and a framework."""
    settings.VAR = tmp_path / "var"
    settings.FRAMEWORKS = settings.VAR / "frameworks"
    for name in ("files/ab/photo", "frameworks/ours.toml"):
        (settings.VAR / name).parent.mkdir(parents=True)
        (settings.VAR / name).write_bytes(name.encode() * 1000)
    return Path(settings.VAR)


@pytest.fixture
def place(netherby: Netherby, now: datetime) -> Netherby:
    """With a decision, a story of Cara’s, an app and a passkey."""
    at_work.objection_stands(netherby, at_work.groups(netherby, now - 60 * DAY), now - 20 * DAY)
    voices.live(netherby, Tale("centre", 9, "It came late. 谢谢 👩🏽", who="cara", channel=MINE), now)
    App.objects.create(person=netherby.gwen, key=seal("words"), last_step=0, at=now)
    Passkey.objects.create(person=netherby.kit, called="A phone", known_by="k", credential=b"\0\xff", at=now)
    return netherby


@pytest.fixture
def house(place: Netherby, tmp_path: Path, now: datetime) -> Path:
    """It left, and nobody lives here any more."""
    leave(tmp_path / "house", now)
    return tmp_path / "house"


def emptied() -> None:
    call_command("flush", interactive=False, verbosity=0)


def is_empty(var: Path) -> bool:
    return engines.empty() and not (var / "files" / "ab" / "photo").exists()


def altered(house: Path, change: Callable[[dict[str, bytes]], None], *, honest: bool = True) -> Path:
    """Another file, in which somebody changed something; and the list too, so that it fits."""
    with tarfile.open(house) as old:
        content = {one.name: old.extractfile(one).read() for one in old.getmembers()}  # type: ignore[union-attr]
    change(content)
    told = json.loads(content[LIST])
    if honest:
        told["digests"] = {n: hashlib.sha256(content[n]).hexdigest() for n in content if n != LIST}
    content[LIST] = json.dumps(told).encode()
    other = house.with_name("altered")
    with tarfile.open(other, "w:gz") as new:
        for name, body in content.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            new.addfile(member, io.BytesIO(body))
    return other


def told(**words: object) -> Callable[[dict[str, bytes]], None]:
    def change(content: dict[str, bytes]) -> None:
        content[LIST] = json.dumps({**json.loads(content[LIST]), **words}).encode()

    return change


def rows(label: str, change: Callable[[Table], object]) -> Callable[[dict[str, bytes]], None]:
    """Changes what stands in a table; its first line are its columns."""

    def changed(content: dict[str, bytes]) -> None:
        name = f"tables/{label}.jsonl"
        table = [json.loads(line) for line in content[name].splitlines()]
        change(table)
        content[name] = "".join(json.dumps(row) + "\n" for row in table).encode()

    return changed


@pytest.mark.parametrize("key", ["", KEY])
def test_all_of_it_is_there_afterwards(
    key: str, place: Netherby, var: Path, tmp_path: Path, now: datetime
) -> None:
    before, ends = engines.facts(), heads()
    left = leave(tmp_path / "house", now, key)
    assert (tmp_path / "house").stat().st_mode & 0o077 == 0
    assert engines.facts() == before
    emptied()
    (var / "files" / "ab" / "photo").unlink()

    came, erased, taken_back, ended = arrive(tmp_path / "house", now, key=key)

    assert came == left
    assert (erased, taken_back, ended) == (0, 0, [])
    assert engines.facts() == before
    assert heads() == ends
    assert ends
    assert (var / "files" / "ab" / "photo").read_bytes() == b"files/ab/photo" * 1000
    assert list(faults()) == []
    assert unseal(App.objects.get().key) == "words"
    assert bytes(Passkey.objects.get().credential) == b"\0\xff"
    assert b"cara@" not in (tmp_path / "house").read_bytes()


def test_life_goes_on_in_the_new_house(house: Path, place: Netherby, now: datetime) -> None:
    emptied()
    arrive(house, now)
    before = Event.objects.count()
    voices.live(place, Tale("school", 3, "Too late."), now)  # what it touches follows what arrived
    assert Event.objects.count() > before
    assert list(faults()) == []


def test_nobody_is_overwritten(house: Path, place: Netherby, now: datetime) -> None:
    with pytest.raises(CannotCopy, match="somebody lives here"):
        arrive(house, now)
    with pytest.raises(CannotCopy, match="already"):
        leave(house, now)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (told(form=99), "newer Alongside"),
        (told(version="7.1", migrations=["people.0001_initial"]), r"Install 7\.1 here"),
        (told(prints=["0"]), "1 authenticator app would end"),
        (told(name="old.example"), r"passkeys are bound to the name old\.example"),
        (rows("people.Person", lambda table: table.pop()), "people.Person is not the same|is not there"),
        (rows("people.Person", lambda table: table[1].reverse()), "cannot be read|people.Person"),
        (rows("people.Person", lambda table: table.append(table[1])), "does not take one row"),
        (rows("people.Person", lambda table: table[0].reverse()), "other columns"),
        (rows("journal.Chain", lambda table: table.pop()), "journal.Chain is not the same"),
        (lambda content: content.update({"files/../../evil": b""}), "it names files/../../evil"),
        (lambda content: content.pop("tables/people.Area.jsonl"), "people.Area"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_kept(
    change: Callable[[dict[str, bytes]], None], why: str, house: Path, var: Path, now: datetime
) -> None:
    emptied()
    (var / "files" / "ab" / "photo").unlink()
    with pytest.raises(CannotCopy, match=why):
        arrive(altered(house, change), now)
    assert is_empty(var)
    arrive(house, now)


def test_a_file_that_was_touched_is_refused(house: Path, var: Path, now: datetime) -> None:
    emptied()
    whole = house.read_bytes()
    other = house.with_name("other")
    for damaged in (whole[: len(whole) // 2], whole[:40], b"", b"Dear all"):
        other.write_bytes(damaged)
        with pytest.raises(CannotCopy, match=r"cannot be read|damaged|not a file that"):
            arrive(other, now)
    change = rows("people.Person", lambda table: table[1].reverse())
    with pytest.raises(CannotCopy, match="is not what was written"):
        arrive(altered(house, change, honest=False), now)
    with pytest.raises(CannotCopy, match="more is in it"):
        arrive(altered(house, lambda content: content.update({"x": b""}), honest=False), now)
    with pytest.raises(CommandError, match="is not there"):
        call_command("arrive", house.with_name("nothing"))
    assert engines.empty()


def test_a_backup_is_something_else(place: Netherby, tmp_path: Path, now: datetime) -> None:
    back_up(tmp_path / "backup", now)
    emptied()
    with pytest.raises(CannotCopy, match="alongside restore"):
        arrive(tmp_path / "backup", now)


def test_a_sealed_house_opens_with_its_key(place: Netherby, tmp_path: Path, now: datetime) -> None:
    leave(tmp_path / "house", now, KEY)
    emptied()
    for key, why in (("", "is sealed"), (KEY + "?", "key does not fit")):
        with pytest.raises(CannotCopy, match=why):
            arrive(tmp_path / "house", now, key=key)


def test_ways_to_sign_in_end_only_when_that_was_said(house: Path, now: datetime, settings: Any) -> None:
    emptied()
    settings.SECRET_KEY = "another"
    with pytest.raises(CommandError, match=r"ALONGSIDE_OLD_SECRET_KEYS\. Or say --anyway"):
        call_command("arrive", house)
    said = io.StringIO()
    call_command("arrive", house, anyway=True, stdout=said)
    assert "1 authenticator app would end, as you said." in said.getvalue()


def test_whoever_was_erased_since_stays_erased(place: Netherby, tmp_path: Path, now: datetime) -> None:
    story = voices.live(place, Tale("school", 3, "Too late.", channel="none"), now)
    leave(tmp_path / "house", now)
    erase(Holder(place.cara), now + DAY)
    withdraw(story, now + DAY)
    emptied()

    arrived = arrive(tmp_path / "house", now + 2 * DAY)

    assert (arrived.erased, arrived.taken_back) == (1, 1)
    assert not Person.objects.get(pk=place.cara.pk).is_active
    assert Withdrawal.objects.filter(story=story, use="").exists()
    assert list(faults()) == []


def test_another_file_under_the_same_name_stops_it(house: Path, var: Path, now: datetime) -> None:
    emptied()
    (var / "files" / "ab" / "photo").write_bytes(b"another")
    with pytest.raises(CannotCopy, match="photo is here already"):
        arrive(house, now)
    assert engines.empty()
    assert (var / "files" / "ab" / "photo").read_bytes() == b"another"


@pytest.mark.parametrize(
    ("called", "why"),
    [
        ("As\0ha", "the character NUL stands in screen_name"),
        ("Asha" * 25, "value too long for type character varying"),
    ],
)
def test_what_postgresql_does_not_keep(
    called: str, why: str, house: Path, place: Netherby, now: datetime
) -> None:
    emptied()

    def change(table: Table) -> None:
        (row,) = [one for one in table if str(place.asha.pk) in one]
        row[table[0].index("screen_name")] = called

    with pytest.raises(CannotCopy) as no:
        arrive(altered(house, rows("people.Person", change)), now)
    if connection.vendor == "sqlite":
        assert "people.Person is not the same" in str(no.value)  # it fits, and is not what was weighed
    else:
        assert f"people.Person {place.asha.pk}: " in str(no.value)
        assert why in str(no.value)
        assert called not in str(no.value)
    assert engines.empty()


def test_what_nobody_knows_does_not_stay_behind_unseen(
    place: Netherby, tmp_path: Path, now: datetime
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE somebodys (id integer)")
        try:
            leave(tmp_path / "empty", now)
            cursor.execute("INSERT INTO somebodys VALUES (1)")
            with pytest.raises(CannotCopy, match="not empty: somebodys"):
                leave(tmp_path / "house", now)
        finally:
            cursor.execute("DROP TABLE somebodys")
    assert not (tmp_path / "house").exists()


def test_a_database_behind_its_programme_is_brought_up_to_date_first(
    place: Netherby, tmp_path: Path, now: datetime
) -> None:
    recorder, last = MigrationRecorder(connection), ("website", "0001_initial")
    recorder.record_unapplied(*last)
    try:
        with pytest.raises(CannotCopy, match="alongside migrate first"):
            leave(tmp_path / "house", now)
    finally:
        recorder.record_applied(*last)


def test_a_fault_of_the_old_house_goes_along_and_no_new_one(
    place: Netherby, var: Path, tmp_path: Path, now: datetime
) -> None:
    event = Event.objects.order_by("number").first()
    assert event
    Event.objects.filter(pk=event.pk).update(what="something.else")
    said = io.StringIO()
    call_command("leave", tmp_path / "house", stdout=said)
    assert "Not whole, and going along as it is: 2" in said.getvalue()
    emptied()
    assert arrive(tmp_path / "house", now).inventory.faults == 2
    emptied()
    (var / "files" / "ab" / "photo").unlink()
    with pytest.raises(CannotCopy, match="not as whole as"):
        arrive(altered(tmp_path / "house", told(faults=0)), now)
    assert is_empty(var)


def test_the_commands_say_what_they_did(place: Netherby, tmp_path: Path) -> None:
    left, came = io.StringIO(), io.StringIO()
    call_command("leave", tmp_path / "house", stdout=left)
    emptied()
    call_command("arrive", tmp_path / "house", stdout=came)
    assert "files: 1" in left.getvalue()
    assert "ALONGSIDE_SECRET_KEY" in left.getvalue()
    assert f"people     {engines_count('people'):,} rows" in came.getvalue()
    assert "each ends where it ended" in came.getvalue()


def engines_count(room: str) -> int:
    counts = engines.facts().counts
    return sum(count for table, count in counts.items() if table.startswith(f"{room}_"))


def test_the_list_knows_how_much_there_is() -> None:
    digests = {"files/ab/cd": "", "tables/x.jsonl": "", "lists/taken_back.jsonl": ""}
    one = Inventory(1, "0", "", "", [], {"a": 2, "b": 3}, {}, {}, 0, [], "", digests)
    assert (one.rows, one.files) == (5, 1)
