"""Each paper as a page that opens anywhere, prints well, and can be taken into any word processor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from alongside.people.models import Area, Organisation
from alongside.people.roles import TASKS

from . import facts

PAPERS = {
    "record-of-processing": "Record of what we hold, and why",
    "retention": "When things go",
    "privacy-notice": "What we keep about you, and why",
    "privacy-notice-easy-read": "About you: Easy Read",
    "impact-assessment": "What could go wrong for people, and what stops it",
    "agreement": "Who answers for what, between us",
}
"""Its file → its title."""


def papers(area: Area, on: date) -> dict[str, str]:
    """Every paper of this area, by the name of its file."""
    return {f"{name}.html": _paper(name, area, on) for name in PAPERS}


def write(folder: Path, area: Area, on: date) -> list[Path]:
    """Write them into this folder, over the ones of last time. Returns their files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, text in papers(area, on).items():
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    return files


def _paper(name: str, area: Area, on: date) -> str:
    said: dict[str, Any] = {
        "title": PAPERS[name],
        "area": area,
        "on": on,
        "partners": list(Organisation.of(area)),
        "rooms": facts.rooms(),
        "special": facts.special(),
        "endings": facts.endings(),
        "seen_by": [(level.value, words) for level, words in facts.SEEN_BY.items()],
        "tasks": [(task.label, what.may) for task, what in TASKS.items()],
    }
    return render_to_string(f"website/paperwork/{name}.html", said)
