"""Texts and their versions, and files made safe. This room has no pages: whoever owns a file serves it.

The nouns
    models      a text and its versions
    files       a file: kept, found through what it belongs to, taken away

What may be sent
    purposes    which kinds for which purpose, and how much: ``purposes.toml``
    kinds       each kind: how it ends, begins and is called
    examining   looking into a file; what comes out is safe to keep
    apart       the same, in a process of its own that may use little
    scanner     a virus scanner is asked too, where there is one

In and out
    uploads     how files come in with a form
    shelf       where they lie
    serving     how they go out
    paper       what leaves the screen: PDF by typst, and Word, from data
    sweeping    what goes since nobody needs it
    clock       what recurs
"""
