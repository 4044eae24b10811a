"""A post office of our own. It speaks enough SMTP to take a letter, and may be shut or deaf."""

from __future__ import annotations

import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from email import message_from_bytes
from types import TracebackType

from .house import free_port

DEAF, SHUTS = "deaf", "shuts"
"""How it can be out of order while it is there: it does not answer; it says that it takes nothing now."""


class PostOffice:
    """Letters by their Message-ID, each with what was in it and how often it came. Use it with ``with``."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mood = ""
        self.came: Counter[str] = Counter()
        self.letters: dict[str, set[str]] = {}
        self.on_taking: Callable[[], object] = lambda: None
        """Called when a letter is here and its sender does not know it yet."""
        self.over = threading.Event()
        self._server: socketserver.ThreadingTCPServer | None = None

    def opens(self) -> None:
        """From now on somebody listens here."""
        office = self

        class AtTheCounter(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    office.serves(self)

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", self.port), AtTheCounter)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def closes(self) -> None:
        """Nobody listens here any more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> PostOffice:
        self.opens()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.over.set()
        self.closes()

    def serves(self, counter: socketserver.StreamRequestHandler) -> None:
        """One sender, to the end of what it has."""
        if self.mood == DEAF:
            self.over.wait()
            return
        says = "421 not today" if self.mood == SHUTS else "220 ready"
        counter.wfile.write(f"{says}\r\n".encode())
        for line in counter.rfile:
            word = line.decode("ascii", "replace").strip().upper()[:4]
            if word == "DATA":
                counter.wfile.write(b"354 go on\r\n")
                self.takes(b"".join(iter(counter.rfile.readline, b".\r\n")))
            counter.wfile.write({"QUIT": b"221 bye\r\n"}.get(word, b"250 fine\r\n"))
            if word == "QUIT":
                return

    def takes(self, letter: bytes) -> None:
        """Keep it."""
        mail = message_from_bytes(letter)
        known = str(mail["Message-ID"])
        self.letters.setdefault(known, set()).add(f"{mail['To']}: {mail.get_payload()}")
        self.came[known] += 1
        self.on_taking()
