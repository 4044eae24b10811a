"""The charter: a school or service sees itself as families see it.

Frameworks, as data
    framework   what a framework is: sections, statements for each side, a scale
    frameworks  those there are, and what changed from one version to the next
    reading     one file, read; what is wrong is said with its line
    reader      how a file becomes a framework
    mistakes    what is wrong, where, and what to do
    positions   on which line something stands

The nouns
    editions    a framework as a round keeps it
    reviews     a round, its links, and that it is closed
    answers     sheets; handing one in
    comments    what people write; a moderator reads it first
    codes       a code for each family, where a school wants that
    asking      asking people to answer
    reminding   reminding them, and the champion to end it
    planning    what a promise follows from; offering one
    findings    what the gate lets through, kept when a round closes
    offered     what the loop holds that could be evidence
    kept        which promises count as evidence
    evidence    what a place picked for a statement, under consent
    picking     picking it, and putting a link beside it
    notes       its own words under a statement

Answering
    steps       one statement to a page, and what a draft says so far

The readings
    rows        one statement, and how each side sees it
    result      how staff see it, beside how families see it
    chart       the same as a drawing
    said        sentences that page and paper share
    waiting     what waits for a moderator

On paper
    paper       the result as PDF and Word; poster, letter and form for each side

    clock       what time alone brings about
    in_use      the frameworks of a place, and one statement there
    missing     what each statement has, and what it still lacks
    pieces      things of the loop as rows, as far as one may read them
    statement_page  one statement at one place
    evidence_forms  what the pages of evidence ask
    forms, plan_forms  what the pages ask
    typing_in   a sheet of paper, typed in fast
    plan        what was promised about each statement, and how it moved

    views       the pages
    demo        rounds at an invented school
    demo_rounds  what people answered there
    demo_evidence  what its head teacher picks and writes
"""
