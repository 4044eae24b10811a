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
    whole = f"{head}\r\nHost: 127.0.0.1:{house.port}\r\n\r\n"
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
        f"GET /healthz HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: {len(HIDDEN)}",
        "GET /healthz HTTP/1.1\r\nContent-Length: -1",
        "GET /healthz HTTP/1.1\r\nContent-Length: +3",
        "GET /healthz HTTP/1.1\r\nContent-Length: three",
        "GET /healthz HTTP/1.1\r\nContent-Length : 3",
        "GET /healthz HTTP/1.1\r\nX-Name: one\x00two",
        "GET /healthz HTTP/1.1\r\nX Name: one",
        "GET /healthz HTTP/1.1\r\n: no name",
        "GET /healthz HTTP/9.9",
        "NONSENSE",
        "GET /healthz\x00 HTTP/1.1",
    ],
)
def test_a_malformed_one_is_refused(house: House, head: str) -> None:
    assert answers_to(house, head, HIDDEN) == [400]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"Content-Length: {len(HIDDEN) + 5}\r\nTransfer-Encoding: chunked", b"0\r\n\r\n"),
        (f"Transfer-Encoding: chunked\r\nContent-Length: {len(HIDDEN) + 5}", b"0\r\n\r\n"),
        ("Transfer-Encoding: chunked, identity", b"0\r\n\r\n"),
        ("Transfer-Encoding: \x0bchunked", b"0\r\n\r\n"),
        *(
            ("Transfer-Encoding: chunked", f"{size}\r\nhello\r\n0\r\n\r\n".encode())
            for size in ("-1", "g", "0x5", "5;" + "x" * 70_000, "ffffffffffffffff1")
        ),
    ],
)
def test_one_that_could_be_read_in_two_ways_hides_no_second(house: House, head: str, body: bytes) -> None:
    """Whatever is made of the first, nobody looks for another behind it: the house hangs up."""
    for line in ("GET /healthz", "POST /sign-out/"):
        assert len(answers_to(house, f"{line} HTTP/1.1\r\n{head}", body + HIDDEN)) <= 1


def test_a_head_without_end_is_refused(house: House) -> None:
    head = "GET /healthz HTTP/1.1\r\n" + "\r\n".join(f"X-{one}: {'y' * 1000}" for one in range(500))
    assert [status for status in answers_to(house, head) if status < 400] == []
