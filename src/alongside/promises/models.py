"""The nouns of this room, gathered where Django looks for them."""

from .evidence import Evidence
from .promise import Accepted, Promise, Reason, Started
from .refusing import Refusal
from .rounds import Answered, Checked, Delivered, NotConfirmed, Reopened
from .telling import Told, Verdict

__all__ = [
    "Accepted",
    "Answered",
    "Checked",
    "Delivered",
    "Evidence",
    "NotConfirmed",
    "Promise",
    "Reason",
    "Refusal",
    "Reopened",
    "Started",
    "Told",
    "Verdict",
]
