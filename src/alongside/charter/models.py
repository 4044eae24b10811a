"""The nouns of this room, gathered where Django looks for them."""

from .answers import Answer, Comment, Sheet, TookPart
from .editions import Edition
from .findings import Finding
from .planning import PlanItem
from .reviews import Closed, Link, Review

__all__ = [
    "Answer",
    "Closed",
    "Comment",
    "Edition",
    "Finding",
    "Link",
    "PlanItem",
    "Review",
    "Sheet",
    "TookPart",
]
