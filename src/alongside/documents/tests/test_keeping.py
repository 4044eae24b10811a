"""A row and its file never disagree, and the shelf knows neither names nor hours."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from alongside.documents import files
from alongside.documents.errors import CannotKeep, CannotWrite, NoRoom
from alongside.documents.models import File

from . import building
from .conftest import lying, path_of


def test_it_lies_under_a_name_that_nobody_chose(sends) -> None:
    file = sends(name="Mrs Hill's kitchen.jpg", purpose="evidence")
    assert file.name == "Mrs Hill's kitchen.jpg"
    assert path_of(file).name == file.pk.hex
    assert hashlib.sha256(path_of(file).read_bytes()).hexdigest() == file.digest
    assert path_of(file).stat().st_size == file.size
    assert path_of(file).stat().st_mode & 0o777 == 0o600


def test_it_has_a_day_and_no_hour(sends, now) -> None:
    """Nor does a picture keep its name, since phones put the minute there."""
    file = sends(name="IMG_20260312_095501.jpg")
    assert file.name == "picture.jpg"
    assert file.on == now.date()
    written = datetime.fromtimestamp(path_of(file).stat().st_mtime, tz=now.tzinfo)
    assert (written.hour, written.minute, written.second) == (0, 0, 0)


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\Hill\\kitchen.jpg", "kitchen.jpg"),
        ("gpj\u202eexe.jpg", "gpjexe.jpg"),
        ("a\r\nb.jpg", "ab.jpg"),
        ("x" * 300 + ".jpg", "x" * 116 + ".jpg"),
        ("Küche 🏠.jpg", "Küche 🏠.jpg"),
    ],
)
def test_what_it_was_called_is_kept_without_tricks(called: str, kept: str) -> None:
    sent = SimpleUploadedFile("x", b"")
    sent._name = called
    assert files.name_of(sent) == kept


def test_what_is_refused_leaves_nothing(sends) -> None:
    before = len(lying())
    with pytest.raises(CannotKeep, match="something else"):
        sends(b"<html></html>")
    assert len(lying()) == before
    assert not File.objects.exists()


def test_without_a_row_there_is_no_file(sends, monkeypatch) -> None:
    before = len(lying())
    monkeypatch.setattr(File, "save", lambda *_, **__: (_ for _ in ()).throw(DatabaseError("full")))
    with pytest.raises(DatabaseError):
        sends()
    assert len(lying()) == before


def test_a_full_disk_is_said_in_a_sentence(sends, monkeypatch) -> None:
    before = len(lying())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoom, match="Your words are safe"):
        sends()
    assert len(lying()) == before
    assert not File.objects.exists()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(sends) -> None:
    Path(default_storage.location).write_text("not a folder")
    with pytest.raises(CannotWrite, match="Your words are safe"):
        sends()


def test_the_file_goes_when_the_row_has_really_gone(sends, django_capture_on_commit_callbacks) -> None:
    file = sends()
    with django_capture_on_commit_callbacks(execute=True):
        file.remove()
        assert path_of(file).exists()
    assert not path_of(file).exists()
    assert not File.objects.exists()


def test_what_was_not_deleted_after_all_stays(sends) -> None:
    file = sends()
    with transaction.atomic():
        file.remove()
        transaction.set_rollback(True)
    assert path_of(file).exists()
    assert File.objects.filter(pk=file.pk).exists()


def test_a_table_is_kept_without_its_formula(sends) -> None:
    file = sends(b"name,=1+1\n", "list.csv", "evidence")
    assert path_of(file).read_bytes() == b"name,'=1+1\n"
    assert building.SECRET not in path_of(file).read_bytes()
