"""How each field of this room is classed."""

from __future__ import annotations

from alongside.journal.privacy import WITH_ITS_ROW, Field, Level

_CODES = "sign-in codes"
_TRIES = "tries"

_counts = Field(Level.PRIVATE, "counts tries, so that nobody guesses and nobody is flooded", _TRIES)

FIELDS: dict[str, Field] = {
    "welcome.SignInCode.id": Field(Level.SECRET, "salts the digest of the code", _CODES),
    "welcome.SignInCode.person": Field(Level.PRIVATE, "who may sign in with it", _CODES),
    "welcome.SignInCode.whom": Field(Level.SECRET, "counts the codes sent to one address", _CODES),
    "welcome.SignInCode.code": Field(Level.SECRET, "knows the code again", _CODES),
    "welcome.SignInCode.browser": Field(Level.SECRET, "knows the browser again that asked", _CODES),
    "welcome.SignInCode.same_as": Field(Level.PRIVATE, "finds the code that was sent already", _CODES),
    "welcome.SignInCode.is_long": Field(Level.PRIVATE, "whether it may be shared", _CODES),
    "welcome.SignInCode.at": Field(Level.PRIVATE, "when it was asked for", _CODES),
    "welcome.SignInCode.dies_at": Field(Level.PRIVATE, "when it ends", _CODES),
    "welcome.Spent.code": Field(Level.PRIVATE, "lets a code be used once", WITH_ITS_ROW),
    "welcome.Spent.at": Field(Level.PRIVATE, "when it was used", WITH_ITS_ROW),
    "welcome.Try.id": Field(Level.PRIVATE, "tells one row from another", WITH_ITS_ROW),
    "welcome.Try.purpose": _counts,
    "welcome.Try.whom": Field(Level.SECRET, "tells one from another without knowing who it is", _TRIES),
    "welcome.Try.at": _counts,
}
