"""People stay until they ask to be forgotten (``Person.blank``); nothing here goes by the clock."""

from __future__ import annotations

from alongside.journal.privacy import Forget

RULES: list[Forget] = []
