"""A sheet to sit down with, for each side of which too few took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..result import Result
from ..reviews import asked
from ..rows import NAMES


@dataclass(frozen=True)
class Talk:
    """The sheet to talk about with one side that has no figures: what is asked, section by section."""

    side: str
    sections: list[dict[str, Any]]


def talks_of(result: Result) -> Iterator[Talk]:
    """A sheet for each side of which too few took part."""
    framework = result.review.framework
    for side in asked(framework):
        if not result.is_shown(side):
            sections = [
                {
                    "name": section.name,
                    "stone": section.cornerstone,
                    "statements": [one.says(side) for one in section.asked_of(side)],
                }
                for section in framework.sections
                if framework.is_open or section.asked_of(side)
            ]
            yield Talk(f"A sheet to talk about: {NAMES[side].lower()}", sections)
