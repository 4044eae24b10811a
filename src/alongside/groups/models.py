"""The nouns of this room, gathered where Django looks for them."""

from .decisions import Decision, DecisionAbout
from .seats import Group, Handover, Partner, Seat
from .wordings import Agreement, Objection, ObjectionWithdrawn, Paper, Stand, Taken, Urgency, Wording

__all__ = [
    "Agreement",
    "Decision",
    "DecisionAbout",
    "Group",
    "Handover",
    "Objection",
    "ObjectionWithdrawn",
    "Paper",
    "Partner",
    "Seat",
    "Stand",
    "Taken",
    "Urgency",
    "Wording",
]
