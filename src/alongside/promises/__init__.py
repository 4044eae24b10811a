"""Promises: made, taken on, done, looked at, told back, and judged by those who asked for it.

The nouns
    promise     a promise, its reasons, that it was taken on and begun
    rounds      each time it was done: delivered, checked, reopened, not confirmed
    evidence    files that show it, for who works on it
    refusing    *no, because…*: the answer of whoever was asked to take it on
    telling     who is told of a round, and their verdicts

The verbs
    making      writing one down
    offering    offering one across, out of what a review showed
    delivering  saying that it is done; somebody else looks
    tell_back   everyone who asked for it is told, and asked again
    saying      a teller's verdict and words
    no_said     what follows from a *no*
    answering   why it stays as it is
    reopening   another go, by hand
    counting    the morning after a press it counts
    clock       what time alone brings about

The readings
    states      where it is, in a word with a sign
    deeds       what a viewer can do for it now
    waiting     what waits for somebody
    pressing    what the page with the four buttons shows and takes
    verify      where what stands breaks a rule

The words
    letters     what we write to people about it
    asking      the same, while it waits for a yes, and when it is a no
    days        how long things take
    forms       what the pages ask
    views       the pages
    demo_turns  promises of the demo that took a turn
"""
