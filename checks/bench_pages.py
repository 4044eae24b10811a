"""How long each page takes beside what it took at another commit. ``python -m checks.bench_pages COMMIT``

Both houses stand in a folder of their own, with the same rows: the demo that the older code makes, which the
newer takes over row by row. The same readers open the same pages in both, in turn, so that a noisy machine is
noisy for both; the quickest of many openings counts.

Two things would be measured instead of the pages, so both are tried many ways. How names happen to be hashed:
each start has another seed. And how deep the stack is where a page loops: CPython takes memory for frames in
pieces of 16 kB, and a loop that goes to and fro over the edge of one asks the system for it each time. One
more middleware made a page a fifth slower by that alone. So each round begins deeper than the last.

Not a test: a figure depends on the machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TENTH = 1.1
OPENS = """
import json, sys, time
import django
django.setup()
from django.test import Client
from alongside.people.demo import CAST
from checks.house.crawl import crawl, kind_of
doors = []
for who in ("", *CAST):
    browser, met = Client(SERVER_NAME="localhost"), set()
    if who:
        browser.post("/cast/", {"who": who})
    for path, answer in crawl(browser, most=2):
        kind = kind_of(path)
        if answer.status_code == 200 and kind not in met:
            met.add(kind)
            doors.append((who or "nobody", kind, browser, path))

def opened(browser, path, deep):
    if deep:
        return opened(browser, path, deep - 1)
    began = time.perf_counter()
    assert browser.get(path).status_code == 200, path
    return time.perf_counter() - began

for deep in sys.stdin:
    took = [(who, kind, opened(browser, path, int(deep))) for who, kind, browser, path in doors]
    print(json.dumps(took), flush=True)
"""
DEEPER = 11
"""Frames between two rounds; sixteen such steps are more than one piece of the stack."""
Times = dict[tuple[str, str], float]


@contextmanager
def tree_of(commit: str) -> Iterator[Path]:
    """The code as it was then, with the parts of the page that are built."""
    with tempfile.TemporaryDirectory(prefix="alongside-then-") as folder:
        there = Path(folder) / "tree"
        _git("worktree", "add", "--detach", str(there), commit)
        try:
            (there / "node_modules").symlink_to(ROOT / "node_modules")
            subprocess.run([sys.executable, "tools/assets.py"], cwd=there, check=True)
            yield there
        finally:
            _git("worktree", "remove", "--force", str(there))


@contextmanager
def house(tree: Path) -> Iterator[dict[str, str]]:
    """An empty house, run by this code; yields the environment in which its commands run."""
    with tempfile.TemporaryDirectory(prefix="alongside-pages-") as var:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
        ours |= {
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_VAR": var,
            "ALONGSIDE_LOG_LEVEL": "CRITICAL",
            "DJANGO_SETTINGS_MODULE": "alongside.settings",
            "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{tree}",
        }
        _alongside(tree, ours, "migrate", "--verbosity", "0")
        yield ours


def furnish(before: Path, theirs: dict[str, str], ours: dict[str, str]) -> None:
    """The older code makes its demo in its house; the newer code's house gets every row and file of it."""
    _alongside(before, theirs, "demo")
    there, here = Path(theirs["ALONGSIDE_VAR"]), Path(ours["ALONGSIDE_VAR"])
    rows = here / "rows.jsonl"
    less = [f"--exclude={kind}" for kind in ("contenttypes", "auth.permission", "sessions")]
    _alongside(before, theirs, "dumpdata", "--format=jsonl", f"--output={rows}", *less)
    shutil.copytree(there, here, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.sqlite3*"))
    _alongside(ROOT, ours, "loaddata", str(rows))


@contextmanager
def reader(tree: Path, ours: dict[str, str], start: int) -> Iterator[subprocess.Popen[str]]:
    """Somebody who opens every page once for each line that we write."""
    opens = subprocess.Popen(
        [sys.executable, "-c", OPENS],
        cwd=tree,
        env=ours | {"PYTHONHASHSEED": str(start)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield opens
    finally:
        opens.kill()
        opens.wait()


def once_more(one: subprocess.Popen[str], deep: int, best: Times) -> None:
    """Every page is opened once more, ``deep`` frames down; ``best`` keeps the quickest, in seconds."""
    assert one.stdin
    assert one.stdout
    one.stdin.write(f"{deep}\n")
    one.stdin.flush()
    took: list[Any] = json.loads(one.stdout.readline())
    for who, kind, seconds in took:
        best[who, kind] = min(seconds, best.get((who, kind), seconds))


def by_kind(now: Times, then: Times) -> dict[str, tuple[float, float]]:
    """Kind of page → seconds now and then, over everybody who opened it in both."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for key in now.keys() & then.keys():
        sums[key[1]][0] += now[key]
        sums[key[1]][1] += then[key]
    return {kind: (one, other) for kind, (one, other) in sums.items()}


def _alongside(tree: Path, house_of: dict[str, str], *words: str) -> None:
    command = [sys.executable, "-m", "alongside", *words]
    subprocess.run(command, cwd=tree, env=house_of, check=True, stdout=subprocess.DEVNULL)


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True)


def main(words: list[str]) -> int:
    """Print the ratio for each kind of page; ends with 1 if one is slower by more than a tenth."""
    parser = ArgumentParser()
    parser.add_argument("commit")
    parser.add_argument("--starts", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=16)
    asked = parser.parse_args(words)
    now, then = Times(), Times()
    with tree_of(asked.commit) as before, house(before) as theirs, house(ROOT) as ours:
        furnish(before, theirs, ours)
        for start in range(asked.starts):
            with reader(before, theirs, start) as one, reader(ROOT, ours, start) as other:
                for turn in range(asked.rounds):
                    once_more(one, DEEPER * turn, then)
                    once_more(other, DEEPER * turn, now)
    kinds = by_kind(now, then)
    for kind, (one, other) in sorted(kinds.items(), key=lambda item: -item[1][0] / item[1][1]):
        mark = "!!" if one > TENTH * other else "  "
        print(f"{mark} {one / other:5.2f}  {one * 1000:7.1f} ms now, {other * 1000:7.1f} ms then  {kind}")
    slower = [kind for kind, (one, other) in kinds.items() if one > TENTH * other]
    whole = sum(one for one, _ in kinds.values()) / sum(other for _, other in kinds.values())
    print(f"{len(kinds)} kinds of page, {whole:.2f} of what all took then; {len(slower)} slower by a tenth")
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
