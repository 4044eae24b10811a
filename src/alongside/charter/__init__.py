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
    answers     sheets and comments; handing one in
    planning    what a promise follows from; offering one
    findings    what the gate lets through, kept when a round closes

Answering
    steps       one statement to a page, and what a draft says so far

The readings
    result      how staff see it, beside how families see it

    plan        what was promised about each statement, and how it moved

    forms, plan_forms  what the pages ask
    views       the pages
    demo        rounds at an invented school
"""
