"""Requests that two machines could read in two ways: none is answered as if it were sound."""

from __future__ import annotations

import re
import socket
from contextlib import suppress

import pytest

from .house import House

HIDDEN = b"GET /netherby/help/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
"""A second request in the body of a first: whoever counts the body otherwise would answer it too."""
ANSWER = re.compile(rb"HTTP/1\.[01] (\d{3})")
CLOSE = b"\r\nConnection: close\r\n\r\n"
SECONDS = 3


def answers_to(house: House, head: str, body: bytes = b"") -> list[int]:
    """The status of each answer that comes back, until the house hangs up or says no more."""
    whole = f"{head}\r\nHost: 127.0.0.1:{house.port}\r\n\r\n" if "Host:" not in head else f"{head}\r\n\r\n"
    said = b""
    with socket.create_connection(("127.0.0.1", house.port), SECONDS) as line:
        with suppress(ConnectionError):  # it hung up before it had heard all
            line.sendall(whole.encode("latin-1") + body)
        while part := _next(line):
            said += part
    return [int(status) for status in ANSWER.findall(said)]


def _next(line: socket.socket) -> bytes:
    try:
        return line.recv(65536)
    except (TimeoutError, ConnectionError):
        return b""


def test_a_sound_request_is_answered(house: House) -> None:
    assert answers_to(house, "GET /netherby/help/ HTTP/1.1\r\nConnection: close") == [200]
    assert answers_to(house, "GET /netherby/help/ HTTP/1.1", HIDDEN.replace(b"\r\n\r\n", CLOSE)) == [200, 200]


@pytest.mark.parametrize(
    "head",
    [
        f"POST /sign-out/ HTTP/1.1\r\nContent-Length: {len(HIDDEN)}\r\nTransfer-Encoding: chunked",
        f"POST /sign-out/ HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: {len(HIDDEN)}",
        "POST /sign-out/ HTTP/1.1\r\nContent-Length: -1",
        "POST /sign-out/ HTTP/1.1\r\nContent-Length: +3",
        "POST /sign-out/ HTTP/1.1\r\nContent-Length: three",
        "POST /sign-out/ HTTP/1.1\r\nContent-Length : 3",
        "POST /sign-out/ HTTP/1.1\r\nTransfer-Encoding: chunked, identity",
        "POST /sign-out/ HTTP/1.1\r\nTransfer-Encoding: \x0bchunked",
        "GET /netherby/help/ HTTP/1.1\r\nX-Name: one\x00two",
        "GET /netherby/help/ HTTP/1.1\r\nX Name: one",
        "GET /netherby/help/ HTTP/1.1\r\n: no name",
        "GET  /netherby/help/  HTTP/1.1",
        "GET /netherby/help/ HTTP/9.9",
        "NONSENSE",
        "GET /netherby/help/\x00 HTTP/1.1",
    ],
)
def test_a_malformed_one_is_refused_and_hides_no_second(house: House, head: str) -> None:
    assert [status for status in answers_to(house, head, HIDDEN) if status < 400] == []


@pytest.mark.parametrize("size", ["-1", "g", "0x5", "5;" + "x" * 70_000, "ffffffffffffffff1"])
def test_a_piece_of_a_size_that_is_none_is_refused(house: House, size: str) -> None:
    head = "POST /sign-out/ HTTP/1.1\r\nTransfer-Encoding: chunked"
    body = f"{size}\r\nhello\r\n0\r\n\r\n".encode()
    assert [status for status in answers_to(house, head, body + HIDDEN) if status < 400] == []


def test_a_head_without_end_is_refused(house: House) -> None:
    head = "GET /netherby/help/ HTTP/1.1\r\n" + "\r\n".join(f"X-{one}: {'y' * 1000}" for one in range(500))
    assert [status for status in answers_to(house, head) if status < 400] == []
