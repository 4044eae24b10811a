"""A virus scanner that is asked about each file, if there is one: clamd, by its command ``INSTREAM``.

Whatever could run is refused anyhow (``examining``). A scanner also knows what is known to do harm in a
program that people open a file with. Where one is set and cannot be asked, no file is taken.
"""

from __future__ import annotations

import logging
import re
import socket
import struct
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from .errors import DoesHarm, NotLookedAt

log = logging.getLogger(__name__)

SECONDS = 20
PIECE = 64 * 1024


def scan(content: bytes) -> None:
    """Ask about this file. Raises ``DoesHarm``, or ``NotLookedAt`` if there is no answer."""
    if not settings.SCANNER:
        return
    try:
        said = _answer_about(content)
    except (OSError, ValueError) as error:
        log.error("the scanner cannot be asked: %s", type(error).__name__)
        raise NotLookedAt from error
    if said.endswith(b"FOUND"):
        log.warning("the scanner found harm in a file")
        raise DoesHarm
    if not said.endswith(b"OK"):
        log.error("the scanner could not look at a file")
        raise NotLookedAt


def _answer_about(content: bytes) -> bytes:
    """Each piece goes after its length, four bytes, the largest first; a piece of no length ends it."""
    with _line() as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        said = b""
        while not said.endswith(b"\0") and (more := line.recv(4096)):
            said += more
    return said.rstrip(b"\0")


def place_of(said: str) -> str | tuple[str, int]:
    """A path, or a host and its port. Raises ``ValueError`` for what is neither."""
    if said.startswith("/"):
        return said
    host, _, port = said.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not re.fullmatch(r"[\w.:-]+", host) or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(said)
    return host, int(port)


@register(Tags.security)
def is_a_place(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's
    """Nothing starts with a scanner that can never be asked."""
    try:
        place_of(settings.SCANNER or "/")
    except ValueError:
        hint = "Give a path, as /run/clamav/clamd.ctl, or a host and its port, as 127.0.0.1:3310."
        return [Error("ALONGSIDE_SCANNER says no place.", hint=hint, id="documents.E001")]
    return []


def _line() -> socket.socket:
    """To a socket on this machine if it is a path, else to a host and its port."""
    where = place_of(settings.SCANNER)
    if isinstance(where, tuple):
        return socket.create_connection(where, SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    try:
        line.connect(where)
    except OSError:
        line.close()
        raise
    return line
