"""Who may open what. Written by hand; what is absent is refused. Nothing is posted but about one’s own data.

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
    # one’s own data: a form sent empty says what is missing. Jo and Dev look after their areas alone
    "website:my_data": {"GET": MEMBERS},
    "website:my_copy": {"POST": MEMBERS},
    "website:my_wishes": {"GET": MEMBERS, "POST": {"nobody": 302, "*": 422}},
    "website:my_erasure": {"GET": MEMBERS, "POST": {"jo": 422, "dev": 422, "*": 302}},
    "website:my_data_by_link": {"GET": EVERYONE},
    "website:my_copy_by_link": {"POST": EVERYONE},
    "website:my_wishes_by_link": {"GET": EVERYONE, "POST": {"*": 422}},
    "website:my_erasure_by_link": {"GET": EVERYONE, "POST": {"*": 302}},
    # Cara asked, and Jo answers
    "website:wish_withdrawal": {"POST": {"cara": 302, "*": 404}},
    "website:wish": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "website:asked": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    "website:gone": {"GET": EVERYONE},
    "website:groups": {"GET": MEMBERS},
    "website:open_group": {"GET": EVERYONE},
    "website:group": {"GET": {**SEATED, "jo": 200, "*": 404}},
    "website:room": {"GET": {"priya": 200, "*": 404}},
    "website:desk": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    # pictures of what everybody may read; the story of the world is not public
    "website:area_card": {"GET": EVERYONE},
    "website:promise_card": {"GET": EVERYONE},
    "website:story_card": {"GET": {"*": 404}},
    "website:review_card": {"GET": EVERYONE},
    "website:to_share": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    "website:to_print": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    "website:poster": {"GET": {"jo": 200, "*": 404}},
    "website:journal": {"GET": {"nobody": 302, "gwen": 200, "kit": 200, "jo": 200, "*": 404}},
    "website:help": {"GET": EVERYONE},
    "website:privacy": {"GET": EVERYONE},
    "website:accessibility": {"GET": EVERYONE},
    "website:who_sees_what": {"GET": EVERYONE},
    # not signed with the gateway’s secret
    "website:came_back": {"POST": {"*": 403}},
    "website:healthz": {"GET": EVERYONE},
    "website:robots": {"GET": EVERYONE},
    "website:security": {"GET": EVERYONE},
}
