"""Who may open which page of this room."""

from __future__ import annotations

MEMBERS = {"nobody": 302, "*": 200}
UNSURE = {"nobody": 302, "*": 422}
"""Posted with nothing in it: shown again."""

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    # Whoever is signed in is sent on; a post without an address is shown again.
    "welcome:sign_in": {"GET": {"nobody": 200, "*": 302}, "POST": {"nobody": 422, "*": 302}},
    # Without a code on its way the page sends everybody back to ask for one.
    "welcome:code": {"GET": {"*": 302}, "POST": {"*": 302}},
    # Whoever took the second step a moment ago goes on; here everyone has.
    "welcome:second": {"GET": {"*": 302}, "POST": {"*": 302}},
    "welcome:carry_on": {"GET": {"*": 302}, "POST": {"*": 302}},
    # Words of somebody who was signed out; posted without an address there is nothing to keep.
    "welcome:keep": {"POST": {"*": 302}},
    # How I sign in is everybody's own. Without a second way there are no codes for paper.
    "welcome:ways": {"GET": MEMBERS},
    "welcome:app": {"GET": MEMBERS, "POST": UNSURE},
    "welcome:passkey": {"GET": MEMBERS, "POST": UNSURE},
    "welcome:recovery": {
        "GET": {"nobody": 302, "owen": 200, "*": 302},
        "POST": {"nobody": 302, "owen": 200, "*": 302},
    },
    "welcome:places": {"GET": MEMBERS, "POST": {"*": 302}},
    # The app is Owen's.
    "welcome:removal": {"GET": {"owen": 200, "*": 404}, "POST": {"owen": 302, "*": 404}},
    # Jo keeps the ways back here; Dev elsewhere.
    "welcome:lost": {
        "GET": {"nobody": 302, "jo": 200, "*": 404},
        "POST": {"nobody": 302, "jo": 422, "*": 404},
    },
    "welcome:sign_out": {"GET": MEMBERS, "POST": {"*": 302}},
    # Members of the forum: Jo co-ordinates it. Posted with nothing in it: shown again.
    "welcome:members": {
        "GET": {"nobody": 302, "jo": 200, "*": 404},
        "POST": {"nobody": 302, "jo": 422, "*": 404},
    },
    "welcome:everybody": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    "welcome:alike": {"GET": {"nobody": 302, "jo": 200, "*": 404}},
    # Cara is Owen
    "welcome:one_person": {"POST": {"jo": 302, "*": 404}},
    "welcome:two_people": {"POST": {"jo": 302, "*": 404}},
    "welcome:columns": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    # one row of the list cannot come in
    "welcome:bringing": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "welcome:staying_out": {"POST": {"jo": 302, "*": 404}},
    "welcome:same": {"POST": {"jo": 302, "*": 404}},
    "welcome:mending": {"GET": {"jo": 200, "*": 404}},
    "welcome:newsletters": {
        "GET": {"nobody": 302, "jo": 200, "*": 404},
        "POST": {"nobody": 302, "jo": 422, "*": 404},
    },
    "welcome:newsletter": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    # sent without what was looked over
    "welcome:posting": {"POST": {"jo": 422, "*": 404}},
    # Joining is for everyone; the link and the way out are in somebody’s inbox.
    "welcome:join": {"GET": {"*": 200}, "POST": {"*": 422}},
    "welcome:join_sent": {"GET": {"*": 200}},
    "welcome:join_link": {"GET": {"*": 200}, "POST": {"*": 302}},
    "welcome:stop": {"GET": {"*": 200}, "POST": {"*": 302}},
    # the membership is Cara’s
    "welcome:my_forums": {"GET": MEMBERS},
    "welcome:my_news": {"POST": {"cara": 302, "*": 404}},
    "welcome:my_leaving": {"POST": {"cara": 302, "*": 404}},
    # The cast is there in a demo only.
    "welcome:cast": {"GET": {"*": 404}, "POST": {"*": 404}},
}
