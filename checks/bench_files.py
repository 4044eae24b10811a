"""How long it takes to say no to each bad file, and how much memory. ``python -m checks.bench_files``

Not a test: a figure depends on the machine. The first figure is the processor's time for the process that
looks at the file, its start included: what somebody waits where nothing else is done. The second is what was
waited just now. The memory is the most that the process ever held, as Linux tells it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

from alongside.documents.purposes import MEGA, purposes
from alongside.documents.tests import building, test_documents, test_pictures
from alongside.documents.tests.pdfs import pdf

SECONDS, MEGABYTES = 1.0, 200.0


def slow_pdf() -> bytes:
    """One thing after the other, millions of them, so that reading takes for ever."""
    return pdf().replace(b"/Type /Page\n", b"/Type /Page\n/Many [" + b"[1]" * 3_000_000 + b"]\n")


def large(**how: object) -> bytes:
    """A picture as large as may be sent."""
    return building.saved(building.drawing(8000, 7900), "JPEG", quality=30, **how)


def bad() -> dict[str, tuple[bytes, str, str]]:
    """Every bad file of the tests, and some that are only built here."""
    found = {f"picture: {trick}": (*file, "picture") for trick, file in test_pictures.BAD.items()}
    found |= {trick: (*file, "evidence") for trick, file in test_documents.BAD.items()}
    return found | {
        "a bomb of 60 million dots": (building.huge_png(10_000, 6_000), "a.png", "picture"),
        "a bomb of ten thousand million dots": (building.huge_png(100_000, 100_000), "a.png", "picture"),
        "a list of 60,000 files": (
            building.zipped({f"{n}.xml": "" for n in range(60_000)}),
            "a.docx",
            "evidence",
        ),
        "63 million dots in many passes": (large(progressive=True), "a.jpg", "picture"),
        "a PDF that takes for ever": (slow_pdf(), "a.pdf", "evidence"),
    }


def good() -> dict[str, tuple[bytes, str, str]]:
    """Honest files, as large as they may be."""
    return {
        "a JPEG of 63 million dots": (large(), "a.jpg", "picture"),
        "a PNG of 12 million dots": (building.saved(building.drawing(4000, 3000), "PNG"), "a.png", "picture"),
        "a WebP of 9 million dots": (
            building.saved(building.drawing(3000, 3000), "WEBP"),
            "a.webp",
            "picture",
        ),
        "a PDF of 1,000 pages": (pdf(pages=1_000), "a.pdf", "evidence"),
        "a PDF of 10,000 pages": (pdf(pages=10_000), "a.pdf", "evidence"),
        "a Word file": (building.office("docx"), "a.docx", "evidence"),
    }


def worked() -> float:
    """Seconds of the processor that went to processes which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tried(raw: bytes, name: str, purpose: str) -> tuple[float, float, float, str]:
    """Seconds of work, seconds of waiting, megabytes, and what was said."""
    if len(raw) > purposes()[purpose].size:
        return 0.0, 0.0, 0.0, "too large, not opened"
    began, before, most = time.perf_counter(), worked(), [0.0]
    look = subprocess.Popen(
        [sys.executable, "-I", "-m", "alongside.documents.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={},
    )
    watch = threading.Thread(target=_watch, args=(look, most))
    watch.start()
    said, _ = look.communicate(json.dumps([name, purpose]).encode() + b"\n" + raw)
    took = time.perf_counter() - began
    watch.join()
    head = json.loads(said.partition(b"\n")[0] or b'{"no": "(ended by the clock)"}')
    return worked() - before, took, most[0], head.get("no", "KEPT")


def _watch(look: subprocess.Popen[bytes], most: list[float]) -> None:
    status = Path(f"/proc/{look.pid}/status")
    while look.poll() is None:
        try:
            lines = status.read_text().splitlines()
        except OSError:
            return
        held = [line.split()[1] for line in lines if line.startswith("VmHWM")]
        most[0] = max([most[0], *(int(one) * 1024 / MEGA for one in held)])
        time.sleep(0.002)


def main() -> int:
    """Print a line for each file; ends with 1 if a bad one was kept, or took too long or too much."""
    too_much = 0
    for label, files, may_be_kept in (("bad", bad(), False), ("honest", good(), True)):
        slowest, largest = 0.0, 0.0
        for what, (raw, name, purpose) in files.items():
            work, wait, most, said = tried(raw, name, purpose)
            slowest, largest = max(slowest, work), max(largest, most)
            wrong = (
                (said != "KEPT") if may_be_kept else (said == "KEPT" or work > SECONDS or most > MEGABYTES)
            )
            too_much += wrong
            figures = f"{work:5.2f} s of work, waited {wait:5.2f} s, {most:6.1f} MB"
            print(f"{'!!' if wrong else '  '} {figures}, {len(raw) / MEGA:6.2f} MB sent  {what}: {said[:60]}")
        print(f"{len(files)} {label} files: at most {slowest:.2f} s of work and {largest:.1f} MB\n")
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())
