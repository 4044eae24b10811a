"""Who may do what in this room. Written by hand; what is absent is refused.

The story of the world was told by Cara about the Child Development Centre and is read; the service and
groups may use it, it is not public. ``step`` is *about*; ``reading`` is that of a story about the centre;
the decision is of the group of ``groups.demo``, in which Jo only watches.
"""

from __future__ import annotations

MODERATORS = {"gwen": 200, "kit": 200, "*": 404}
SEATED = dict.fromkeys(("asha", "ben", "cara", "ellis", "farah", "kit", "owen", "priya"), 200)
READERS = {**SEATED, "gwen": 200, "jo": 200}

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "voice:tell": {"GET": {"*": 200}},
    "voice:question": {"GET": {"*": 200}, "POST": {"*": 302}},
    "voice:paper_form": {"GET": {"*": 200}},
    # beside the questions; this device has no draft, so there is none to show either
    "voice:add_picture": {"GET": {"*": 302}, "POST": {"*": 302}},
    "voice:added_picture": {"GET": {"*": 404}},
    "voice:sent": {"GET": {"*": 302}},
    # a form sent empty says what is missing; the one that waits was told on paper, with a number
    "voice:type_in": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "voice:taken_down": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "voice:not_reached": {"POST": {"jo": 302, "*": 404}},
    "voice:readings": {"GET": {"nobody": 302, **MODERATORS}},
    "voice:reading": {"GET": MODERATORS},
    "voice:change": {"GET": MODERATORS, "POST": {"gwen": 422, "kit": 422, "*": 404}},
    "voice:passing": {"POST": {"gwen": 422, "kit": 422, "*": 404}},
    "voice:hold": {"POST": {"gwen": 422, "kit": 422, "*": 404}},
    "voice:picture_out": {"GET": MODERATORS, "POST": {"gwen": 422, "kit": 422, "*": 404}},
    "voice:picture": {"GET": {**READERS, "*": 404}},
    "voice:story": {"GET": {**READERS, "*": 404}},
    # told by somebody who was not sure, and not read yet; Jo sees no word of it
    "voice:organisation": {
        "GET": {"gwen": 200, "jo": 200, "*": 404},
        "POST": {"gwen": 422, "jo": 422, "*": 404},
    },
    "voice:asking": {"POST": {**dict.fromkeys(READERS, 422), "jo": 302, "*": 404}},
    "voice:publication": {"POST": {**dict.fromkeys(READERS, 422), "*": 404}},
    "voice:teller": {
        "GET": {"jo": 200, "hal": 200, "*": 404},
        "POST": {"jo": 422, "hal": 422, "*": 404},
    },
    "voice:my_consents": {"POST": {"cara": 302, "*": 404}},
    "voice:replies": {"GET": {"priya": 200, "*": 404}, "POST": {"priya": 422, "*": 404}},
    "voice:recorded": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "voice:reply_by_code": {"GET": {"*": 200}, "POST": {"*": 422}},
    "voice:basis": {"GET": {**SEATED, "*": 404}, "POST": {"*": 404}},
    "voice:consents": {"POST": {"*": 302}},
}
