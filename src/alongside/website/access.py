"""Who may open what. Written by hand; what is absent is refused. These pages are read, so nothing is posted.

The group is the one of ``groups.demo``, in which Jo only watches; the organisation is the centre, where Priya
works; the story is about the centre, read and not public; the promise is taken on, so everyone may read it.
Only one area with a forum is open, so the first page leads there.
"""

from __future__ import annotations

EVERYONE = {"*": 200}
MEMBERS = {"nobody": 302, "*": 200}
SEATED = dict.fromkeys(("asha", "ben", "cara", "ellis", "farah", "kit", "owen", "priya"), 200)

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "website:home": {"GET": {"*": 302}},
    "website:area": {"GET": EVERYONE},
    "website:together": {"GET": EVERYONE},
    "website:thread": {"GET": EVERYONE},
    "website:organisation": {"GET": EVERYONE},
    # the same readers as the story itself
    "website:story_thread": {"GET": {**SEATED, "gwen": 200, "jo": 200, "*": 404}},
    # the secret in the address is the key, whoever holds it
    "website:way_back": {"GET": EVERYONE},
    "website:my_page": {"GET": MEMBERS},
    "website:groups": {"GET": MEMBERS},
    "website:open_group": {"GET": EVERYONE},
    "website:group": {"GET": {**SEATED, "jo": 200, "*": 404}},
    "website:room": {"GET": {"priya": 200, "*": 404}},
    "website:desk": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    "website:journal": {"GET": {"nobody": 302, "gwen": 200, "kit": 200, "jo": 200, "*": 404}},
    "website:help": {"GET": EVERYONE},
    "website:privacy": {"GET": EVERYONE},
    "website:accessibility": {"GET": EVERYONE},
    "website:who_sees_what": {"GET": EVERYONE},
    "website:healthz": {"GET": EVERYONE},
    "website:robots": {"GET": EVERYONE},
}
