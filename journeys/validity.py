"""Whether HTML is as the standard wants it, said by the checker of the Nu project. It runs on Java."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")

PUT_UP_WITH = {
    "The “group” role is unnecessary for element “fieldset”": "a date's fieldset, as the toolkit writes it",
    "Attribute “aria-disabled” is unnecessary": "a button that is off, as the toolkit writes it",
}
"""The beginning of what the checker says, and why we leave it so."""


def faults(pages: Mapping[str, str], folder: Path) -> list[str]:
    """A sentence for each error and each warning; ``pages`` is name → HTML. One start of Java for all."""
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[path.name] = name
    return [
        f"{names[Path(said['url']).name]}, line {said['lastLine']}: {said['message']}: {said['extract']!r}"
        for said in _said_of(folder)
        if not said["message"].startswith(tuple(PUT_UP_WITH))
    ]


def _said_of(folder: Path) -> Sequence[dict[str, str]]:
    """All that the checker has to say about the pages in a folder."""
    command = ["java", "-Xss2m", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True)
    said: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return said
