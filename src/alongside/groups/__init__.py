"""Groups: partners who decide together. A decision stands when every partner agreed to the same wording.

The nouns
    seats       a group, its partners, who sits for whom, seats handed over
    decisions   a decision, and its verbs
    wordings    its rows: wording, agreement, stand, objection, urgency, paper, taken
    yes         the one small primitive behind every joint yes

The verbs
    seating     taking a seat
    handover    passing one on
    table       what each verb of deciding may trust, and what it writes
    clock       what time alone brings about

The readings
    conditions  the three things that must be true, and how far each is
    picture     what the page of a decision shows
    changes     what changed between two wordings
    waiting     what waits for one person
    balance     who is making this happen, by partner
    verify      the history read again: where what stands does not follow from it

The words
    telling     what a group's people are told
    forms       what the pages ask
    views       the pages
"""
