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


class WrongDigits(Refused):
    says = "Those are not the digits that your app shows now. Please look again and type the newest ones."


class UsedDigits(Refused):
    says = "These digits were used already. Please wait until your app shows new ones, and type those."


class NoSuchRecoveryCode(Refused):
    says = "That is none of your recovery codes, or it was used before. Please check it, or take another."


class ManyTries(Refused):
    says = (
        "That was not it several times. To keep you safe, please wait a quarter of an hour. "
        "A passkey works all the same, and so does a browser in which you took the second step before."
    )


class ManyTriesToday(Refused):
    says = (
        "That was not it many times today. To keep you safe, please wait until tomorrow. "
        "A passkey works all the same. Or ring us: the foot of this page says whom."
    )


class PasskeyNotRight(Refused):
    says = "Your device’s answer did not fit. Please try once more, or take another way."


class PasskeyKnown(Refused):
    says = "This device has a passkey here already. You need no other."


class EnoughPasskeys(Refused):
    says = "You have ten passkeys. Please take one away before you add another."


class NotTheirKeeper(Refused):
    says = "Another keeper or co-ordinator of their area can do this, not you."


class NothingToTake(Refused):
    says = "This person has no second way to sign in. There is nothing to take away."
