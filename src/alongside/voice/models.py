"""The nouns of this room, gathered where Django looks for them."""

from .consents import Consent, ConsentEnded, Publication, Use, Withdrawal
from .links import Basis
from .replies import Asked, Reply
from .stories import Opened, Story, Teller, Touches

__all__ = [
    "Asked",
    "Basis",
    "Consent",
    "ConsentEnded",
    "Opened",
    "Publication",
    "Reply",
    "Story",
    "Teller",
    "Touches",
    "Use",
    "Withdrawal",
]
