"""Who may do what in this room. Written by hand; what is absent is refused.

The group is the one of ``groups.demo``; Jo only watches in it. The decision is in discussion, in a wording
that Owen objects to. A post with nothing in it is shown again (422) to whoever has a seat there, and is
not there (404) for everybody else.
"""

from __future__ import annotations

SEATED = ("asha", "ben", "cara", "ellis", "farah", "jo", "kit", "owen", "priya")
READS = {**dict.fromkeys(SEATED, 200), "*": 404}
ASKED_AGAIN = {**dict.fromkeys(SEATED, 422), "*": 404}
FORM = {"GET": READS, "POST": ASKED_AGAIN}

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "groups:decisions": FORM,
    "groups:handovers": FORM,
    "groups:decision": {"GET": READS},
    "groups:wordings": FORM,
    "groups:agreement": {"POST": ASKED_AGAIN},
    "groups:stand": FORM,
    "groups:objections": FORM,
    "groups:urgency": {"POST": ASKED_AGAIN},
    "groups:papers": FORM,
    # one press, with nothing to write: only Owen takes his objection back
    "groups:withdrawal": {"POST": {**ASKED_AGAIN, "owen": 302}},
    "groups:paper": {"GET": READS},
}
