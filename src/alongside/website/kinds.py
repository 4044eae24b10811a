"""What may lie on the desk: one kind for each card, in the order in which they lie."""

from __future__ import annotations

from .piles import Kind

PEOPLE = (
    Kind("ring", "People to ring", "person to ring", "people to ring"),
    Kind(
        "failed", "Could not be sent", "message did not arrive", "messages did not arrive",
        "Please reach these people another way.",
    ),
    Kind("write", "Letters to write", "letter to write", "letters to write"),
)  # fmt: skip
PROMISES = (
    Kind("late", "Promises overdue", "promise overdue", "promises overdue"),
    Kind("yes", "A yes is missing", "decision waits", "decisions wait"),
    Kind("accept", "Not taken on yet", "promise to take on", "promises to take on"),
    Kind("check", "Somebody should have a look", "promise to look at", "promises to look at"),
    Kind("silent", "Asked, and no answer yet", "silent service", "silent services"),
)
VOICES = (
    Kind("read", "Voices to read", "voice to read", "voices to read", "Your moderators read them first."),
    Kind("ask", "Read, and nobody asked yet", "voice nobody asked about", "voices nobody asked about"),
    Kind("held", "Kept back for now", "voice kept back", "voices kept back"),
)
ON_TOP = ("ring", "failed", "late", "read", "yes", "accept", "ask", "silent", "write", "check", "held")
"""The order in which piles come into the four numbers at the top: the most pressing first."""
