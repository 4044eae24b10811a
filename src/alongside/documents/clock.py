"""What recurs in this room."""

from __future__ import annotations

from .sweeping import sweep

DUTIES = [sweep]
