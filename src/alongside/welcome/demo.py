"""Jo writes to the members of Netherby: one newsletter went out, another is not finished."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.people.demo import Netherby

from .newsletters.handing_out import hand_out
from .newsletters.letter import Newsletter

WORDS = (
    "The letters from the Child Development Centre come before the appointment now. Those of you who asked "
    "for it have said that it helps.\n\nThe picnic is on the last Saturday of the month, in the park by the "
    "beck. There is a quiet corner, and Owen brings the tent.\n\nYours, Jo"
)
NOT_FINISHED = "The board meets next month. Here is what is on the list so far."


def news(n: Netherby, at: datetime) -> Newsletter:
    """It went to everybody who had said yes by then."""
    letter = Newsletter.write(n.forum, "Letters, and a picnic", WORDS, n.jo, at)
    letter.post(n.jo, at, seen=letter.mark)
    hand_out(at)
    Newsletter.write(n.forum, "What the board talks about", NOT_FINISHED, n.jo, at + timedelta(days=14))
    return letter
