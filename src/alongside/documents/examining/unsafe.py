"""What is said of a file that we do not take: why, and what to do instead."""

from __future__ import annotations


class Unsafe(Exception):
    """``str(error)`` is a kind sentence for whoever sent the file."""


SPOILED = "We could not open it. It may be damaged. Please save it once more, or send another one."
MORE_INSIDE = (
    "There is something else hidden inside it, so we did not take it. A picture of it, or a copy saved anew, "
    "may work."
)
TOO_MUCH = "There is too much packed into it for us to look through. Please send a smaller one."
