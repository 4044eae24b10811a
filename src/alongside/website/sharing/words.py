"""Words that have to fit."""

from __future__ import annotations

import textwrap

MORE = "…"


def cut(words: str, most: int) -> str:
    """In one line, and cut after a whole word where they are too long; a word without end is cut itself."""
    short = textwrap.shorten(words, most, placeholder=f" {MORE}")
    return short if short != MORE else f"{words.strip()[: most - 1]}{MORE}"
