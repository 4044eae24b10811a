"""Ways back to people, and what we send them. Say it now, send it later."""

from .outbox import Attempt, Gone, Message, Outbox, is_due
from .ways_back import BY_HAND, Channel, WayBack, clean, digest

__all__ = [
    "BY_HAND",
    "Attempt",
    "Channel",
    "Gone",
    "Message",
    "Outbox",
    "WayBack",
    "clean",
    "digest",
    "is_due",
]
