"""How long things last here: for the rules, and for the sentences that say so."""

from __future__ import annotations

from datetime import timedelta

LIVES = timedelta(minutes=15)
"""A code to sign in."""
WHILE = timedelta(minutes=15)
"""So far back tries are counted."""
RECENT = timedelta(minutes=30)
"""So long after a second step sensitive work needs no other."""
WAIT = timedelta(days=1)
"""So long tasks stay closed after somebody else took the second ways away."""


def minutes(lasts: timedelta) -> int:
    """The figure for a sentence."""
    return lasts // timedelta(minutes=1)
