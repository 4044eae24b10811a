"""The nouns of this room, gathered where Django looks for them."""

from .answers import Answer, Comment, Sheet, TookPart
from .editions import Edition
from .evidence import Evidence
from .findings import Finding
from .notes import Note
from .reviews import Closed, Link, Review

__all__ = [
    "Answer",
    "Closed",
    "Comment",
    "Edition",
    "Evidence",
    "Finding",
    "Link",
    "Note",
    "Review",
    "Sheet",
    "TookPart",
]
