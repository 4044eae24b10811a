"""Who may open which page of this room. The message is a call to someone who told something in Netherby."""

from __future__ import annotations

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "messages:message": {"GET": {"*": 404, "jo": 200}},
    "messages:done": {"POST": {"*": 404, "jo": 302}},
}
