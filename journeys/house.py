"""The real thing for a while: a folder of its own, the demo in it, the server and the worker beside it."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import Any, TypeVar

from tools.power import cut_power

T = TypeVar("T")


NOWHERE = "http://127.0.0.1:9"
"""The address of a house that is only copied."""
SAID = "what-the-demo-said.txt"


class NeverCame(AssertionError):
    """Something that should have happened by now did not."""


def until(what: str, look: Callable[[], T | None], seconds: float = 20.0) -> T:
    """Look again and again until there is something, or say that it never came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.05)
    raise NeverCame(f"{what} did not come within {seconds:.0f} s")


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass
class House:
    """A running Alongside: its address, its folder, and everything it sent."""

    var: Path
    port: int = field(default_factory=free_port)
    database: str = ""
    """The address of a database on a server; else a file in its folder."""
    behind_a_proxy: bool = False
    made: Path | None = None
    """A Netherby that nobody lives in, to be copied: making one takes a while."""
    running: subprocess.Popen[bytes] | None = None
    said: str = ""
    """What the demo printed: the secret address of one teller's own page is in it."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the commands are started with: a demo of its own, messages into a folder."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
        ours.pop("DATABASE_URL", None)
        ours |= {"DATABASE_URL": self.database} if self.database else {}
        return ours | {
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_BEHIND_PROXY": str(self.behind_a_proxy),
            "ALONGSIDE_VAR": str(self.var),
            "ALONGSIDE_OUTBOX": "folder",
            "ALONGSIDE_PUBLIC_ADDRESS": self.address,
            "ALONGSIDE_LEAVE_TO": f"{self.address}/healthz",
        }

    def command(self, *words: str) -> str:
        """Run ``alongside …`` to its end and give back what it printed."""
        return self._run("-m", "alongside", *words)

    def asks(self, python: str) -> Any:
        """What the house itself says: ``found`` at the end of these lines, which know our models."""
        whole = f"import django, json; django.setup()\n{python}\nprint(json.dumps(found, default=str))"
        return json.loads(self._run("-c", whole))

    def _run(self, *words: str) -> str:
        env = self.environment | {"DJANGO_SETTINGS_MODULE": "alongside.settings"}
        command = [sys.executable, *words]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=180, check=False)
        if done.returncode:
            raise AssertionError(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def furnish(self) -> None:
        """Make the demo."""
        if self.made and not self.database:
            shutil.copytree(self.made, self.var, dirs_exist_ok=True)
            self.said = (self.var / SAID).read_text(encoding="utf-8").replace(NOWHERE, self.address)
        else:
            self.command("migrate", "--verbosity", "0")
            self.said = self.command("demo")

    def open(self) -> None:
        """Make the demo and let people in."""
        self.furnish()
        self.start()

    def start(self) -> None:
        """Let people in to what is there."""
        serve = ["serve", "--port", str(self.port), "--with-worker"]
        with (self.var / "server.log").open("ab") as log:
            self.running = subprocess.Popen(
                [sys.executable, "-m", "alongside", *serve],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the tests, and they end us
            )
        until("the first page", self.answers, 60)

    @property
    def lives(self) -> bool:
        """Whether the server runs."""
        return self.running is not None and self.running.poll() is None

    def kill(self) -> None:
        """End server and worker in the middle of whatever they do, as a power cut would."""
        if self.running:
            cut_power(self.running.pid)
            self.running.wait(timeout=20)

    def answers(self) -> bool:
        """Whether the server answers yet."""
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as page:  # noqa: S310
                return bool(page.status == 200)
        except OSError:
            return False

    def close(self) -> None:
        """Stop the server and the worker, as Ctrl-C would."""
        if self.running:
            self.running.terminate()
            self.running.wait(timeout=20)

    # what came out -------------------------------------------------------------------------------
    def messages(self) -> Iterator[tuple[str, str]]:
        """Everything that was sent, oldest first: where it says to whom, and the text."""
        for path in sorted((self.var / "outbox").glob("[!.]*"), key=lambda p: p.stat().st_mtime_ns):
            if path.suffix == ".eml":
                mail = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
                body = mail.get_body(("plain",))
                if body is not None:
                    yield str(mail["To"]), f"{mail['Subject']}\n\n{body.get_content()}"
            elif path.suffix == ".txt":
                text = path.read_text(encoding="utf-8")
                yield text, text

    def messages_to(self, address: str) -> list[str]:
        """The texts of everything sent to this address, oldest first."""
        return [text for to, text in self.messages() if address in to]

    def latest_to(self, address: str, holding: str, since: int = 0, seconds: float = 20.0) -> str:
        """The newest message to this address that matches the pattern; waits for the worker."""

        def look() -> str | None:
            fitting = [text for text in self.messages_to(address)[since:] if re.search(holding, text)]
            return fitting[-1] if fitting else None

        return until(f"a message to {address} with {holding!r}", look, seconds)


def made_once(folder: Path) -> Path:
    """A Netherby to be copied, made by whoever asks first; two who ask at once wait for each other."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        house = House(var=folder / "netherby", port=int(NOWHERE.rsplit(":")[-1]))
        if not (house.var / SAID).exists():
            shutil.rmtree(house.var, ignore_errors=True)
            house.furnish()
            (house.var / SAID).write_text(house.said, encoding="utf-8")
    return house.var
