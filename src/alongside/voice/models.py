"""The nouns of this room, gathered where Django looks for them."""

from .consents import Consent, ConsentEnded, Publication, Use, Withdrawal
from .filing import Filed
from .links import Basis
from .pictures import Picture, TakenOut
from .replies import Asked, Reply
from .stories import Opened, Story, Teller, Touches

__all__ = [
    "Asked",
    "Basis",
    "Consent",
    "ConsentEnded",
    "Filed",
    "Opened",
    "Picture",
    "Publication",
    "Reply",
    "Story",
    "TakenOut",
    "Teller",
    "Touches",
    "Use",
    "Withdrawal",
]
