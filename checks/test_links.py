"""House rule: a link or a picture in our own pages leads to something that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from .committed import files, name

LINK = re.compile(r"\]\(<?([^)\s>]+)>?[^)]*\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z]+:|//")


def faults(page: Path) -> Iterator[str]:
    """A sentence for each link of this page that leads nowhere in the repository."""
    for link in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        if ELSEWHERE.match(link):
            continue
        path, _, part = unquote(link).partition("#")
        there = page.parent / path if path else page
        if not there.exists():
            yield f"{link} is not there"
        elif part and there.suffix == ".md" and part not in parts(there):
            yield f"{link}: {there.name} has no such part"


def parts(page: Path) -> set[str]:
    """What a link can name after ``#``: the headings, as code hosts write them."""
    found = HEADING.findall(page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_links_lead_somewhere() -> None:
    pages = [path for path in files() if path.suffix == ".md"]
    assert len(pages) > 10
    assert [f"{name(page)}: {fault}" for page in pages for fault in faults(page)] == []


def test_the_rule_bites(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    (tmp_path / "there.md").write_text("# One part\n")
    page.write_text(
        "[a](there.md) [b](there.md#one-part) [c](https://example.org/) `[d](in-code.md)`\n"
        "![A picture](gone.png) [e](there.md#another) [f](#nowhere)\n"
    )
    assert list(faults(page)) == [
        "gone.png is not there",
        "there.md#another: there.md has no such part",
        "#nowhere: page.md has no such part",
    ]
