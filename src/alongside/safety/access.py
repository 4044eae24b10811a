"""Who may do what in this room. Written by hand; what is absent is refused."""

from __future__ import annotations

LEAD_ONLY = {"nobody": 302, "hal": 200, "*": 404}

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "safety:leave": {"GET": {"*": 303}, "HEAD": {"*": 303}},
    "safety:concern": {"GET": {"*": 200}, "POST": {"*": 422}},
    "safety:concerns": {"GET": LEAD_ONLY},
    "safety:acknowledgement": {"POST": {"hal": 302, "*": 404}},
}
