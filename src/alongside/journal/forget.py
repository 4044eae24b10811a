"""The journal is the record, and forgets nothing by the clock. ``shred`` forgets when a person asks."""

from __future__ import annotations

from .privacy import Forget

RULES: list[Forget] = []
