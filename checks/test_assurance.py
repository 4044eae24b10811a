"""House rule: what docs/assurance calls a proof is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .committed import ROOT

PAGES = [ROOT / "SECURITY.md", *sorted((ROOT / "docs" / "assurance").glob("*.md"))]
PLACE = re.compile(r"`((?:[a-z_]+/)+(?:[a-z_]+\.py)?)`")


def dangling(page: str, root: Path = ROOT) -> Iterator[str]:
    """Each file or folder that is named as a proof and is not there."""
    for place in PLACE.findall(page):
        if not any((base / place).exists() for base in (root, root / "src" / "alongside")):
            yield place


def test_every_proof_is_there() -> None:
    named = [place for page in PAGES for place in PLACE.findall(page.read_text(encoding="utf-8"))]
    assert len(named) > 15
    assert [place for page in PAGES for place in dangling(page.read_text(encoding="utf-8"))] == []


def test_the_look_bites() -> None:
    assert list(dangling("Proved: `voice/tests/test_nothing_at_all.py`, `checks/doors/`.")) == [
        "voice/tests/test_nothing_at_all.py"
    ]
