"""The nouns of this room, gathered where Django looks for them."""

from .answers import Answer, Sheet, TookPart
from .asking import PassedOn
from .codes import Code, CodeSet
from .comments import Comment
from .editions import Edition
from .evidence import Evidence
from .findings import Finding
from .notes import Note
from .planning import PlanItem
from .reviews import Closed, Link, Review

__all__ = [
    "Answer",
    "Closed",
    "Code",
    "CodeSet",
    "Comment",
    "Edition",
    "Evidence",
    "Finding",
    "Link",
    "Note",
    "PassedOn",
    "PlanItem",
    "Review",
    "Sheet",
    "TookPart",
]
