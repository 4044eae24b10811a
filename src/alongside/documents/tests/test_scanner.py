"""A scanner that speaks clamd's own protocol: what it finds is refused, and so is all while it is away."""

from __future__ import annotations

import socketserver
import struct
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from alongside.documents.errors import DoesHarm, NotLookedAt
from alongside.documents.models import File
from alongside.documents.scanner import PIECE, is_a_place, place_of, scan

from .conftest import lying

HARM = b"this would do harm"


class Asked(socketserver.StreamRequestHandler):
    """One file: pieces, each after its length, and a length of nothing at the end."""

    def handle(self) -> None:
        said = self.rfile.read(len(b"zINSTREAM\0"))
        if said != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        whole = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            whole += self.rfile.read(length)
        self.server.seen.append(whole)  # type: ignore[attr-defined]
        verdict = b"stream: Harm-1 FOUND" if HARM in whole else self.server.verdict  # type: ignore[attr-defined]
        self.wfile.write(verdict + b"\0")


@pytest.fixture
def clamd(settings: Any) -> Iterator[Any]:
    """One that listens on a socket of this machine."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        where = str(Path(folder) / "ctl")
        with socketserver.ThreadingUnixStreamServer(where, Asked) as server:
            server.seen, server.verdict = [], b"stream: OK"  # type: ignore[attr-defined]
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
            settings.SCANNER = where
            yield server
            server.shutdown()


def test_it_is_shown_what_is_kept(clamd: Any, sends: Callable[..., File]) -> None:
    file = sends()
    assert clamd.seen == [file.read()]


def test_what_it_finds_is_not_kept(clamd: Any, sends: Callable[..., File]) -> None:
    clamd.verdict = b"stream: Harm-1 FOUND"
    with pytest.raises(DoesHarm):
        sends()
    assert not File.objects.exists()
    assert lying() == []


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 5 * PIECE])
def test_a_file_of_any_size_arrives_whole(clamd: Any, size: int) -> None:
    scan(b"x" * size)
    assert clamd.seen == [b"x" * size]
    with pytest.raises(DoesHarm):
        scan(b"x" * size + HARM)


@pytest.mark.parametrize("verdict", [b"INSTREAM size limit exceeded. ERROR", b"", b"stream: OK, but no"])
def test_an_answer_that_is_no_yes_is_none(clamd: Any, verdict: bytes) -> None:
    clamd.verdict = verdict
    with pytest.raises(NotLookedAt):
        scan(b"words")


def test_while_it_is_away_nothing_is_kept(
    settings: Any, tmp_path: Path, sends: Callable[..., File], caplog: pytest.LogCaptureFixture
) -> None:
    settings.SCANNER = str(tmp_path / "nobody")
    with pytest.raises(NotLookedAt, match="your words are safe"):
        sends()
    assert lying() == []
    assert "FileNotFoundError" in caplog.text
    assert str(tmp_path) not in caplog.text


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
        ("127.0.0.1:3310", ("127.0.0.1", 3310)),
        ("[::1]:3310", ("::1", 3310)),
        ("scanner.example.org:3310", ("scanner.example.org", 3310)),
    ],
)
def test_where_it_is(said: str, where: object, settings: Any) -> None:
    settings.SCANNER = said
    assert place_of(said) == where
    assert is_a_place(None) == []


@pytest.mark.parametrize(
    "said",
    [
        "localhost",
        "127.0.0.1",
        "clamd:",
        ":3310",
        "run/clamd.ctl",
        "unix:/run/ctl",
        "tcp://clamd:3310",
        "a:0",
    ],
)
def test_what_is_no_place_is_said_at_the_start_and_takes_no_file(said: str, settings: Any) -> None:
    settings.SCANNER = said
    assert [one.id for one in is_a_place(None)] == ["documents.E001"]
    with pytest.raises(NotLookedAt):
        scan(b"words")


def test_where_there_is_none_nobody_is_asked(settings: Any) -> None:
    settings.SCANNER = ""
    scan(HARM)
