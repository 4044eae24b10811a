"""A file is opened in a process of its own, which may use little time and memory and knows no secrets.

Whatever a spoiled file breaks in there, it breaks nothing here. Both halves are in this module: ``examine``
asks, and the module run as a programme answers. It knows nothing of Django, since it starts anew each time.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from threading import BoundedSemaphore

from .examining import Safe
from .examining import examine as look
from .examining.unsafe import TOO_MUCH, Unsafe
from .purposes import MEGA, Purpose, limits, purposes

BUSY = "Many people are sending files just now. Please try once more in a minute."
_turns = BoundedSemaphore(limits().at_once)


def examine(raw: bytes, name: str, purpose: Purpose) -> Safe:
    """The file made safe for this purpose. Raises ``Unsafe`` with a sentence for whoever sent it."""
    if len(raw) > purpose.size:
        raise Unsafe(f"This is too large. The most we can take is {purpose.megabytes} megabytes.")
    if not _turns.acquire(timeout=limits().wait):
        raise Unsafe(BUSY)
    try:
        return _answer(_ask(json.dumps([name, purpose.slug]).encode() + b"\n" + raw))
    finally:
        _turns.release()


def _ask(what: bytes) -> bytes:
    programme = [sys.executable, "-I", "-m", __name__]
    try:
        # ourselves, with nothing of theirs on the command line and no environment to read
        done = subprocess.run(  # noqa: S603
            programme, input=what, capture_output=True, timeout=limits().wait, env={}, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as ended:
        raise Unsafe(TOO_MUCH) from ended
    return done.stdout


def _answer(said: bytes) -> Safe:
    head, _, content = said.partition(b"\n")
    told: dict[str, str] = json.loads(head or b"{}")
    if "kind" not in told:
        raise Unsafe(told.get("no") or TOO_MUCH)
    return Safe(told["kind"], content)


def main() -> None:
    """The other half: read one file, look at it within the limits, answer."""
    head, _, raw = sys.stdin.buffer.read().partition(b"\n")
    name, purpose = json.loads(head)
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can be told to hold back
        _hold_back()
    try:
        safe = look(raw, name, purposes()[purpose])
        answer = json.dumps({"kind": safe.kind}).encode() + b"\n" + safe.content
    except Unsafe as no:
        answer = json.dumps({"no": str(no)}).encode() + b"\n"
    except MemoryError:
        answer = json.dumps({"no": TOO_MUCH}).encode() + b"\n"
    sys.stdout.buffer.write(answer)


def _hold_back() -> None:
    """So much memory and work, and no more; no file may be written, no other programme started."""
    import resource
    import signal

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (limits().megabytes * MEGA,) * 2)
    signal.setitimer(signal.ITIMER_PROF, limits().seconds)


if __name__ == "__main__":
    main()
