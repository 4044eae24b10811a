"""The nouns of this room, gathered where Django looks for them."""

from .consents import Consent, ConsentEnded, Publication, Use, Withdrawal
from .filing import Filed
from .links import Basis
from .pictures import Picture, TakenOut
from .replies import Asked, Reply
from .stories import Opened, Story, Teller, Touches
from .taking_down import ReadBack, TakenDown

__all__ = [
    "Asked",
    "Basis",
    "Consent",
    "ConsentEnded",
    "Filed",
    "Opened",
    "Picture",
    "Publication",
    "ReadBack",
    "Reply",
    "Story",
    "TakenDown",
    "TakenOut",
    "Teller",
    "Touches",
    "Use",
    "Withdrawal",
]
