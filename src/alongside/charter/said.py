"""Sentences that stand both on a page and on paper, each written once."""

from __future__ import annotations

LEAD = "Each side answered the same statements. We never turn them into one number."
OPEN_LEAD = "What people say in their own words."
STRONG = "What is strong"
STRONG_SAYS = "Every side that is shown here says that this is so."
DIFFER = "Where it looks different"
REST = "Everything else that was asked"
PROMISED = "What was promised"
WORDS = "In their own words"
READ_FIRST = (
    "Somebody at the forum read each of them first. No words stand here of a side of which too few answered."
)
TALK = "To talk about"
TO_TALK_ABOUT = (
    "Of {}, fewer than eight took part, or nobody. So no figures are shown for them. Sit down together with "
    "the statements, and ask: what is good here, and what would make it even better?"
)
TABLE = "The same, as a table"
TOO_FEW = "Too few people answered this one to show it. That keeps people from being recognised."
CANNOT_SAY = "I cannot say, or would rather not"
"""The last answer to every statement: nothing is counted."""
