"""Ways back to people, and what we send them. Say it now, send it later."""

from .outbox import Attempt, Gone, Message, Outbox, is_due
from .stopped import Stopped
from .ways_back import BY_HAND, Channel, WayBack, clean, digest

__all__ = [
    "BY_HAND",
    "Attempt",
    "Channel",
    "Gone",
    "Message",
    "Outbox",
    "Stopped",
    "WayBack",
    "clean",
    "digest",
    "is_due",
]
