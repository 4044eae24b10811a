"""The colours, sizes and marks of ``tokens.json``, read once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

STONES = ("welcome", "value", "communicate", "partnership", "trust")
"""The cornerstones that have a shape and three colours of their own, in their order."""

CORNERSTONES = {
    "welcome": "Welcome and care",
    "value": "Value and include",
    "communicate": "Communicate",
    "partnership": "Work in partnership",
    "trust": "Trust",
}


@cache
def tokens() -> dict[str, Any]:
    """Everything in ``tokens.json``."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "tokens.json").read_text("utf-8"))
    return found


def slot(cornerstone: str) -> str:
    """The stone that stands for a cornerstone; from the sixth of a framework on, trust's."""
    return cornerstone if cornerstone in STONES else "trust"
