"""Signing in. Nobody needs to, to read public pages or to say how it is.

A code by e-mail or text is enough to reply, answer and agree. Co-ordinators, keepers, moderators, leads,
assessors and whoever handles money take a second step after it, before the pages of their tasks open.

The code
    codes, limits, cookies          asking for one, spending it; how often; what the browser keeps of it
    entering, casting               a session with a new name; the cast of a demo

The second step
    second_ways                     the rows: app, passkey, recovery code, taken away
    totp, passkeys, recovery        what an app shows; what a device signs; ten codes on paper
    sealed                          the keys of apps, unreadable without the secret key
    steps, ways, lost               taking the step; setting up and taking away; beginning anew
    notices                         what its owner is told

How sure we are
    strength, middleware            of this session; closed tasks lead to the second step
    watch                           what the log says of all this: never who
    gate, typed                     sign in first, step up first; what was typed waits

Where
    sessions, store, browsers       each session by person, in days; where Django keeps it; in plain words

Members
    members                         brought in from any spreadsheet, and given out again
    joining                         by a form, and leaving in one press
    newsletters                     written once, to whoever said yes

And
    forms, views, lasting, clock    the questions, the pages, how long things last, what recurs
    checks                          a demo is never what real people use
"""
