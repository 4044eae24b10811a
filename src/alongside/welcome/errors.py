"""What this room says when something cannot be. Each is a sentence for the page.

They are the same whether we know the address or not.
"""

from __future__ import annotations

from alongside.people.errors import Refused

from .lasting import LIVES, minutes


class ManyAtOnce(Refused):
    says = (
        "Many people are asking for codes just now. Please wait ten minutes, then ask again. "
        "A code that has reached you still works."
    )


class WrongCode(Refused):
    says = "That is not the code we sent last. Please look at the newest message and type its digits."


class TooManyTries(Refused):
    says = "That was not it five times. To keep you safe, this code has ended. Please ask for a new one."


class TooOld(Refused):
    says = f"This code has ended. A code works for {minutes(LIVES)} minutes. Please ask for a new one."


class UsedAlready(Refused):
    says = (
        "This code was used a moment ago. If that was you, you are signed in: open the front page. "
        "If not, please ask for a new one."
    )
