"""How long things take here."""

from __future__ import annotations

from datetime import timedelta

ASK_AGAIN = timedelta(weeks=4)
CLOSE = timedelta(weeks=8)
SOON = timedelta(days=14)  # a promise says in how many days it is due
REMIND = timedelta(days=7)
MIND_CHANGED = timedelta(days=7)  # so long a press can be changed: thumbs slip, and a night brings thoughts
ANOTHER_GO = timedelta(weeks=4)  # how long owners have when a promise opens again by itself
