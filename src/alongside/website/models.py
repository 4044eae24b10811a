"""The nouns of this room, gathered where Django looks for them."""

from .yours.erased import Erased
from .yours.wishes import Answer, TakenBack, Wish

__all__ = ["Answer", "Erased", "TakenBack", "Wish"]
