"""The toolkit's own fixtures, and a way to compare HTML that looks past spaces and order of attributes."""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

COMPONENTS = Path(__file__).parents[4] / "node_modules/govuk-frontend/dist/govuk/components"

OURS_ON_PURPOSE = {
    "svg": "a sign before an error says it without colour; and no arrows from another icon set beside ours",
    "data-aria-controls": "the toolkit's script would set aria-expanded on radios, where ARIA forbids it",
    "--hidden": "what belongs to a choice is opened by our style sheet, with script or without",
    "aria-disabled": "says what `disabled` says already; the HTML checker finds it needless",
    "role=group": "a fieldset is a group by itself; the HTML checker finds it needless",
    "al-": "our own classes beside the toolkit's",
}
"""All that may differ, wherever it stands, and why. Words that differ are said in the test."""

Shape = list[tuple[Any, ...]]


def fixture(component: str, name: str) -> tuple[dict[str, Any], str]:
    """The options of one fixture and the HTML that the toolkit makes of them.

    Without the toolkit's package there is nothing to compare with, and that fails.
    """
    one = next(row for row in _fixtures(component) if row["name"] == name)
    return one["options"], one["html"]


@cache
def _fixtures(component: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((COMPONENTS / component / "fixtures.json").read_text("utf-8"))[
        "fixtures"
    ]
    return found


class _Reader(HTMLParser):
    VOID = {"input", "br", "path", "img", "hr", "rect"}

    def __init__(self) -> None:
        super().__init__()
        self.shape: Shape = []
        self.inside_svg = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside_svg += tag == "svg"
        if not self.inside_svg:
            self.shape.append((tag, _attributes(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.inside_svg:
            self.shape.append((tag, _attributes(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.inside_svg and tag not in self.VOID:
            self.shape.append((f"/{tag}",))
        self.inside_svg -= tag == "svg"

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words and not self.inside_svg:
            self.shape.append(("words", words))


def _attributes(attrs: list[tuple[str, str | None]]) -> dict[str, Any]:
    needless = ("data-aria-controls", "aria-disabled")
    found: dict[str, Any] = {name: value or "" for name, value in attrs if name not in needless}
    if found.get("role") == "group":
        del found["role"]
    if "class" in found:
        names = (name for name in found["class"].split() if not name.startswith("al-"))
        found["class"] = {name for name in names if not name.endswith("--hidden")}
    return found


def shape(html: str) -> Shape:
    """What a browser would make of it, less what we do differently on purpose."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.shape


def without_revealed(found: Shape) -> Shape:
    """Less what opens under a choice: the fixtures put fields of their own there."""
    kept, depth = [], 0
    for part in found:
        if depth:
            depth += (part[0] == "div") - (part[0] == "/div")
            continue
        kept.append(part)
        depth = int(part[0] == "div" and any("__conditional" in name for name in part[1].get("class", ())))
    return kept
