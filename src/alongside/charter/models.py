"""The nouns of this room, gathered where Django looks for them."""

from .answers import Answer, Sheet, TookPart
from .asking import PassedOn
from .codes import Code
from .comments import Comment
from .editions import Edition
from .findings import Finding
from .reviews import Closed, Link, Review

__all__ = [
    "Answer",
    "Closed",
    "Code",
    "Comment",
    "Edition",
    "Finding",
    "Link",
    "PassedOn",
    "Review",
    "Sheet",
    "TookPart",
]
