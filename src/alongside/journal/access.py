"""Who may open which page of this room: it has none of its own."""

from __future__ import annotations

ACCESS: dict[str, dict[str, dict[str, int]]] = {}
