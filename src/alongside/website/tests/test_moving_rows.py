"""A row becomes a line that belongs to no database, and the same row again; what cannot travel is said."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from alongside.journal.models import Detail
from alongside.people.demo import Netherby
from alongside.people.models import Area, ContactProfile, Person
from alongside.voice import taken_back
from alongside.website.engines import CannotCopy
from alongside.website.moving import chest, keys, refused, rows, things
from alongside.welcome.second_ways import App, Passkey, RecoveryCode

ODD = "Zoë, Łukasz, شُكْرًا, 谢谢, 👩🏽‍🦽 and\u2028a line\tmore"
LISBON = timezone(timedelta(hours=1))


def test_every_kind_of_field_there_is_knows_how_to_travel() -> None:
    known = {
        "AutoField", "BigAutoField", "BigIntegerField", "BinaryField", "BooleanField", "CharField",
        "DateField", "DateTimeField", "EmailField", "ForeignKey", "JSONField", "OneToOneField",
        "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SmallIntegerField",
        "IntegerField", "TextField", "TimeField", "UUIDField",
    }  # fmt: skip
    fields = [field for model in rows.carried() for field in model._meta.concrete_fields]
    assert {type(field).__name__ for field in fields} <= known
    assert not [field for field in fields if getattr(field, "auto_now", False) or _now(field)]


def _now(field: Any) -> bool:
    """A row that arrives keeps its own moment; a field that sets itself would not."""
    return bool(getattr(field, "auto_now_add", False))


def test_nothing_that_a_room_keeps_stays_behind() -> None:
    labels = {model._meta.label for model in rows.carried()}
    assert {"journal.Event", "people.Organisation_also_in", "welcome.Passkey", "website.Erased"} <= labels
    assert not {label for label in labels if label.startswith(("auth.", "contenttypes."))}


def test_what_json_has_no_word_for() -> None:
    assert rows.plain(datetime(2026, 3, 12, 11, 0, 0, 123456, LISBON)) == "2026-03-12T10:00:00.123456+00:00"
    assert rows.plain(date(2026, 3, 12)) == "2026-03-12"
    assert rows.plain(time(21, 30)) == "21:30:00"
    assert rows.plain(memoryview(b"\0\xff")) == "AP8="
    with pytest.raises(TypeError, match="moves house"):
        rows.plain(object())


def test_rows_come_back_as_they_were(netherby: Netherby, tmp_path: Path, now: datetime) -> None:
    one = datetime(2026, 3, 12, 10, 0, 0, 123456, UTC)
    Person.objects.filter(pk=netherby.asha.pk).update(screen_name=ODD)
    Passkey.objects.create(
        person=netherby.gwen, credential=bytes(range(256)), called="A phone", known_by="k", at=one
    )
    for model in (Person, Passkey, ContactProfile):
        before = list(model._base_manager.order_by("pk").values())
        rows.write(model, tmp_path / "rows")
        (read,) = rows.read(model, tmp_path / "rows")
        again = [{name: getattr(row, name) for name in rows.columns(model)} for row in read]
        assert again == before


def test_the_weight_does_not_depend_on_the_order_or_the_engines_ways(netherby: Netherby) -> None:
    one, other = rows._Scales(), rows._Scales()
    for line in ('["a", {"x": 1, "y": 1e20}]', '["b", null]'):
        one.add(line)
    for line in ('["b", null]', '["a", {"y": 100000000000000000000, "x": 1}]'):
        other.add(line)
    assert one.weight == other.weight
    other.add('["b", null]')
    assert one.weight != other.weight


def test_null_in_json_is_not_nothing(tmp_path: Path) -> None:
    told = [str(uuid.uuid4()), "salt", None, "", None]
    (tmp_path / "rows").write_text(f"{json.dumps(rows.columns(Detail))}\n{json.dumps(told)}\n")
    ((row,),) = rows.read(Detail, tmp_path / "rows")
    assert isinstance(row, Detail)
    assert isinstance(row.body, models.Value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rows").write_text('["id"]\n')
    with pytest.raises(CannotCopy, match=r"people\.Area has other columns"):
        list(rows.read(Area, tmp_path / "rows"))


def test_a_row_that_does_not_fit_is_named_and_not_told(netherby: Netherby) -> None:
    netherby.asha.pk = uuid.uuid4()  # a second person with her address
    found = refused.keep([netherby.asha])
    assert [one.row for one in found] == [netherby.asha]
    assert "asha@" not in str(found[0])
    with pytest.raises(CannotCopy, match=f"one row .*\n  people.Person {netherby.asha.pk}: "):
        refused.must_be_none(found)


def test_of_many_rows_the_first_are_named(netherby: Netherby) -> None:
    many = [refused.Refused(netherby.asha, "no")] * 12
    with pytest.raises(CannotCopy, match="12 rows") as no:
        refused.must_be_none(many)
    assert str(no.value).count("people.Person") == 10
    assert "and 2 more" in str(no.value)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("files/ab/cd", True), ("frameworks/ours.toml", True), ("lists/taken_back.jsonl", True),
        ("frameworks/../settings.toml", False), ("frameworks/a/b.toml", False), ("frameworks/run.py", False),
        ("lists/other", False), ("files/../x", False), ("/etc/passwd", False), ("moving.json", False),
    ],
)  # fmt: skip
def test_no_name_leads_elsewhere(name: str, may: bool) -> None:
    assert things.may_travel(name) == may


def test_the_lists_of_two_houses_become_one(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path / "var"
    came = tmp_path / "came" / "lists"
    came.mkdir(parents=True)
    (came / "taken_back.jsonl").write_text('\n{"story": "1"}\n{"story": "2"}')
    for _ in range(2):
        things.add_taken_back(tmp_path / "came")
    assert taken_back.list_file().read_text().split() == ['{"story":', '"1"}', '{"story":', '"2"}']
    assert taken_back.list_file().stat().st_mode & 0o077 == 0


def test_another_secret_key_or_name_is_said_before_anything_moves(settings: Any) -> None:
    settings.PUBLIC_ADDRESS = "https://netherby.example"
    counts = {App._meta.label: 2, RecoveryCode._meta.label: 1, Passkey._meta.label: 1}
    old, called = keys.prints(), keys.name()
    assert list(keys.would_end(old, called, counts)) == []

    settings.SECRET_KEY, first = "another", settings.SECRET_KEY
    said = list(keys.would_end(old, "old.example", counts))
    assert said[0].startswith("2 authenticator apps and 1 recovery code would end")
    assert said[1].startswith("1 passkey would end: passkeys are bound to the name old.example")
    assert list(keys.would_end(old, "old.example", {})) == []

    settings.SECRET_KEY_FALLBACKS = [first]
    assert list(keys.would_end(old, called, counts)) == []


def test_nothing_unsealed_is_left_lying_after_a_power_cut(tmp_path: Path) -> None:
    (tmp_path / ".arriving-before").mkdir()
    (tmp_path / ".arriving-before" / "rows").write_text("everything")
    (tmp_path / "mine").mkdir()
    with chest.bench(tmp_path, "arriving") as folder:
        assert folder.stat().st_mode & 0o077 == 0
        assert set(tmp_path.iterdir()) == {folder, tmp_path / "mine"}
    assert set(tmp_path.iterdir()) == {tmp_path / "mine"}


def test_a_print_tells_nothing_of_its_key(settings: Any) -> None:
    assert all(settings.SECRET_KEY not in one and len(one) == 32 for one in keys.prints())
    assert chest.table("people.Area") == "tables/people.Area.jsonl"
