"""Who may do what in this room. Written by hand; what is absent is refused.

The promise in question is the centre's (Priya works there), owned by Owen and Priya, from a decision of the
group where Asha, Owen, Cara, Ellis, Ben, Farah, Priya and Kit sit and Jo watches. Jo co-ordinates; Gwen and
Kit moderate. A form shown to somebody who may not send it says so (200); sent all the same, it is 422.
"""

from __future__ import annotations

STRANGERS = {"nobody": 404, "dev": 404, "hal": 404, "ines": 404}
WHO_WORKS_ON_IT = {**STRANGERS, "*": 200}
SENT_EMPTY = {**STRANGERS, "*": 422}
OWNERS_AND_CO_ORDINATOR = {"owen": 200, "priya": 200, "jo": 200, "*": 404}
WITH_A_SEAT = {**STRANGERS, "gwen": 404, "*": 200}

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "promises:new": {"GET": WITH_A_SEAT, "POST": {**WITH_A_SEAT, "*": 422}},
    # only who works there can take it on; a promise already taken on stays so
    "promises:acceptance": {"POST": {**SENT_EMPTY, "priya": 302}},
    # it is taken on, so nobody can refuse it any more
    "promises:refusal": {"GET": WHO_WORKS_ON_IT, "POST": SENT_EMPTY},
    "promises:start": {"POST": {**SENT_EMPTY, "owen": 302, "priya": 302}},
    "promises:deliveries": {"GET": WHO_WORKS_ON_IT, "POST": SENT_EMPTY},
    "promises:files": {"GET": WHO_WORKS_ON_IT},
    "promises:file": {"GET": WHO_WORKS_ON_IT},
    "promises:check": {"GET": WHO_WORKS_ON_IT, "POST": SENT_EMPTY},
    "promises:reopening": {"GET": WHO_WORKS_ON_IT, "POST": SENT_EMPTY},
    "promises:answer": {
        "GET": OWNERS_AND_CO_ORDINATOR,
        "POST": {"owen": 422, "priya": 422, "jo": 422, "*": 404},
    },
    # the secret in the address is the key, whoever holds it
    "promises:verdict": {"GET": {"*": 200}, "POST": {"*": 422}},
    "promises:verdict_by_link": {"POST": {"*": 422}},
    # words that wait to be shown: for the area's moderators who do not work there
    "promises:shown_words": {
        "GET": {"gwen": 200, "kit": 200, "*": 404},
        "POST": {"gwen": 422, "kit": 422, "*": 404},
    },
}
