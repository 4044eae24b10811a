"""Who may do what in this room. Written by hand; what is absent is refused.

The organisation is Farah's school, with one round that is over and one that is open. The links are of the
open one: whoever has one may answer, whoever they are.
"""

from __future__ import annotations

WHO_WORK_THERE = {"farah": 200, "*": 404}
WHO_OFFER = {"farah": 200, "asha": 200, "cara": 200, "ellis": 200, "owen": 200, "*": 404}

TO_READ = {"farah": 200, "jo": 200, "ines": 200, "*": 404}
TO_WRITE = {"farah": 422, "jo": 422, "ines": 422, "*": 404}

WHO_SEE_IT_RUN = {"farah": 200, "jo": 200, "ines": 200, "*": 404}

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    "charter:rounds": {"GET": WHO_WORK_THERE, "POST": {"farah": 422, "*": 404}},
    "charter:evidence": {"GET": TO_READ},
    # sent with nothing in it: who only looks after the area may not, and who works there has to write
    "charter:statement": {"GET": TO_READ, "POST": TO_WRITE},
    "charter:picks": {"POST": TO_WRITE},
    # sent with nothing in it: it would write over the sentence that stands there
    "charter:sentence": {"POST": TO_WRITE},
    "charter:links": {"POST": TO_WRITE},
    "charter:removal": {"POST": {"farah": 302, "jo": 422, "ines": 422, "*": 404}},
    # the one that is over
    "charter:review": {"GET": {"*": 200}},
    # sent without the tick
    "charter:closing": {"POST": {"farah": 422, "jo": 422, "ines": 422, "*": 404}},
    # of the one that is over
    "charter:result_pdf": {"GET": {"*": 200}},
    "charter:result_docx": {"GET": {"*": 200}},
    # of the one that is open, for families
    "charter:poster": {"GET": WHO_SEE_IT_RUN},
    "charter:letter": {"GET": WHO_SEE_IT_RUN},
    "charter:form": {"GET": WHO_SEE_IT_RUN},
    "charter:square": {"GET": WHO_SEE_IT_RUN},
    # asked for codes of a round that has none
    "charter:codes": {"POST": {"farah": 422, "jo": 422, "ines": 422, "*": 404}},
    "charter:passing_on": {"POST": {"farah": 422, "jo": 302, "ines": 422, "*": 404}},
    "charter:sheets": {"GET": {"jo": 200, "*": 404}, "POST": {"jo": 422, "*": 404}},
    "charter:comment": {
        "GET": {"gwen": 200, "kit": 200, "*": 404},
        "POST": {"gwen": 422, "kit": 422, "*": 404},
    },
    "charter:begin": {"GET": {"*": 200}, "POST": {"*": 302}},
    # about a statement of the one that is over: for who works there, and who sits for lived experience here
    "charter:plan": {"GET": WHO_OFFER, "POST": dict.fromkeys(WHO_OFFER, 422) | {"*": 404}},
    "charter:step": {"GET": {"*": 200}, "POST": {"*": 422}},
    "charter:sent": {"GET": {"*": 302}},
}
