"""The nouns of this room, gathered where Django looks for them."""

from .concerns import Acknowledged, Concern
from .drafts import Draft
from .readings import Change, Dropped, Held, Passed, Reading, ReadingAuthor

__all__ = [
    "Acknowledged",
    "Change",
    "Concern",
    "Draft",
    "Dropped",
    "Held",
    "Passed",
    "Reading",
    "ReadingAuthor",
]
