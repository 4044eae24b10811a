"""Texts go with the thing they belong to; the rooms above say when."""

from __future__ import annotations

from alongside.journal.privacy import Forget

RULES: list[Forget] = []
