"""A file is opened in a process of its own: whatever it breaks there, it breaks nothing here."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import Any

import pytest
from PIL import Image

from alongside.documents import apart
from alongside.documents.examining.unsafe import Unsafe
from alongside.documents.purposes import limits, purposes

from . import building

PICTURE, EVIDENCE = purposes()["picture"], purposes()["evidence"]


def test_a_picture_goes_there_and_comes_back_clean() -> None:
    safe = apart.examine(building.talkative_jpeg(), "My photo.JPG", PICTURE)
    assert safe.kind == "jpeg"
    assert building.SECRET not in safe.content
    assert Image.open(io.BytesIO(safe.content)).size == (60, 40)


def test_its_sentence_comes_back_too() -> None:
    with pytest.raises(Unsafe, match="something else hidden"):
        apart.examine(building.jpeg() + b"<script>", "a.jpg", PICTURE)


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the other process, whichever it is, is a sentence here."""

    def ends(*_: Any, **__: Any) -> None:
        raise subprocess.CalledProcessError(-27, "the clock rang")

    monkeypatch.setattr(subprocess, "run", ends)
    with pytest.raises(Unsafe, match="too much"):
        apart.examine(b"hello", "a.txt", EVIDENCE)


def test_it_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def notes(_: Any, **how: Any) -> subprocess.CompletedProcess[bytes]:
        seen.update(how)
        return subprocess.CompletedProcess([], 0, b'{"kind": "txt"}\nhello')

    monkeypatch.setattr(subprocess, "run", notes)
    assert apart.examine(b"hello", "a.txt", EVIDENCE).content == b"hello"
    assert seen["env"] == {}


def test_when_many_come_at_once_somebody_hears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def acquire(self, timeout: float) -> bool:
            assert timeout == limits().wait
            return False

    monkeypatch.setattr(apart, "_turns", Full())
    with pytest.raises(Unsafe, match="Many people"):
        apart.examine(b"hello", "a.txt", EVIDENCE)


def test_nothing_of_django_is_needed_there() -> None:
    """It starts for each file, so it starts with little."""
    told = "import sys, alongside.documents.apart; print('django' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-I", "-c", told]) == b"False\n"  # noqa: S603
