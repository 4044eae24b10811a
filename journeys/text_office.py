"""A gateway for texts of our own. It speaks the shape of ``docs/texts.md``, and may be shut or deaf."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from .house import free_port
from .post_office import DEAF

TOKEN = "let-us-in"


class TextOffice:
    """Texts by their id: how often each was posted, and what was sent on, each once. Use it with ``with``."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mood: str | int = ""
        """Deaf, or the number it answers with; else it takes what comes."""
        self.posted: Counter[str] = Counter()
        self.came: Counter[str] = Counter()
        """What was sent on to a phone."""
        self.letters: dict[str, set[str]] = {}
        self.asked: list[dict[str, str]] = []
        self.on_taking: Callable[[], object] = lambda: None
        """Called when a text is here and its sender does not know it yet."""
        self.over = threading.Event()
        self._server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/send"

    def opens(self) -> None:
        """From now on somebody listens here."""
        office = self

        class AtTheCounter(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                office.serves(self)

            def log_message(self, *_: object) -> None:
                """Nothing: a log holds no numbers."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), AtTheCounter)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def closes(self) -> None:
        """Nobody listens here any more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> TextOffice:
        self.opens()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.over.set()
        self.closes()

    def serves(self, counter: BaseHTTPRequestHandler) -> None:
        """One text."""
        if self.mood == DEAF:
            self.over.wait()
            return
        said: Any = json.loads(counter.rfile.read(int(counter.headers.get("Content-Length", 0))) or "{}")
        self.asked.append({"method": counter.command, "path": counter.path, **dict(counter.headers)})
        status = int(self.mood) if self.mood else self.takes(said, counter.headers.get("Authorization", ""))
        counter.send_response(status)
        if 300 <= status < 400:
            counter.send_header("Location", f"http://127.0.0.1:{self.port}/elsewhere")
        words = json.dumps({"why": f"about {said.get('to')}"}).encode()
        counter.send_header("Content-Length", str(len(words)))
        counter.end_headers()
        counter.wfile.write(words)

    def takes(self, said: dict[str, str], key: str) -> int:
        """Send it on, unless it is known already."""
        if key != f"Bearer {TOKEN}" or set(said) != {"id", "to", "from", "text"}:
            return 401 if key != f"Bearer {TOKEN}" else 400
        known = said["id"]
        self.posted[known] += 1
        self.letters.setdefault(known, set()).add(f"{said['to']}: {said['text']}")
        if known in self.came:
            return 409
        self.came[known] += 1
        self.on_taking()
        return 202
