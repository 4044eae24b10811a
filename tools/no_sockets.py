"""A pytest plugin: no test talks to the network, and unit tests talk to nobody at all.

Browser tests (``journeys/``) may reach this machine, where their own server is. Sockets of the Unix
kind stay open, and PostgreSQL's own library does not come this way.
"""

from __future__ import annotations

import socket
from typing import Any

import pytest

LOCAL = ("127.0.0.1", "::1", "localhost")


class SocketsAreOff(RuntimeError):
    """A test tried to reach something outside itself."""


class Door:
    """Whether this machine's own addresses may be reached just now."""

    local_is_open = False

    def check(self, host: str) -> None:
        """Raise unless this host may be reached."""
        if not (self.local_is_open and host in LOCAL):
            raise SocketsAreOff(f"a test tried to reach {host}; tests work without a network")


door = Door()
_connect, _connect_ex, _getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo


def _check(used: socket.socket, address: Any) -> None:
    if used.family == socket.AF_UNIX:
        return
    try:
        door.check(str(address[0]))
    except SocketsAreOff:
        # Nobody else will: callers expect only errors of the network here.
        used.close()
        raise


def _guarded_connect(self: socket.socket, address: Any) -> None:
    _check(self, address)
    return _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> int:
    _check(self, address)
    return _connect_ex(self, address)


def _guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    # Binding to an address of one's own asks here too, and harms nobody.
    if host is not None and str(host) not in (*LOCAL, "", "0.0.0.0"):  # noqa: S104
        door.check(str(host))
    return _getaddrinfo(host, *args, **kwargs)


def pytest_configure() -> None:
    """Close the door for the whole run."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign,assignment]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign,assignment]
    socket.getaddrinfo = _guarded_getaddrinfo


def pytest_unconfigure() -> None:
    """Leave the process as it was."""
    socket.socket.connect = _connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = _getaddrinfo


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> None:
    """A browser test has a server on this machine; nothing else has."""
    door.local_is_open = "journeys" in item.path.parts or item.get_closest_marker("browser") is not None
