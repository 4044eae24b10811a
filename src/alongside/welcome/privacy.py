"""How each field of this room is classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

_CODES = "sign-in codes"
_TRIES = "tries"
_SESSIONS = "sessions"
_LISTS = "lists of members"

_counts = Field(Level.PRIVATE, "counts tries, so that nobody guesses and nobody is flooded", _TRIES)

_way = Field(Level.PRIVATE, "what the person shows besides a code", WITH_ITS_ROW)
_secret = Field(Level.SECRET, "checks what the person shows", WITH_ITS_ROW)
_paper = Field(Level.PRIVATE, "which codes on paper still work", WITH_ITS_ROW)
_place = Field(Level.PRIVATE, "shows the person where they are signed in, by days", _SESSIONS)
_list = Field(Level.PRIVATE, "who brought members in, and how many", WITH_ITS_ROW)
_listed = Field(Level.PRIVATE, "what somebody decided about a row of it", _LISTS)
_columns = Field(Level.PRIVATE, "what each column of a forum’s list is", WITH_ITS_ROW)
_asked = Field(Level.PRIVATE, "who would like to join, until they press a button", "asking to join")
_letter = Field(Level.MEMBERS, "what the forum writes to its members, and when", FOR_THE_RECORD)
_taken = Field(Level.PRIVATE, "why tasks wait for a day, and who saw to it", WITH_ITS_ROW)

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
    "welcome.Spent.by": Field(
        Level.PRIVATE, "lets a used code say so to the browser that used it", WITH_ITS_ROW
    ),
    "welcome.Spent.at": Field(Level.PRIVATE, "when it was used", WITH_ITS_ROW),
    "welcome.Try.id": Field(Level.PRIVATE, "tells one row from another", WITH_ITS_ROW),
    "welcome.Try.purpose": _counts,
    "welcome.Try.whom": Field(Level.SECRET, "tells one from another without knowing who it is", _TRIES),
    "welcome.Try.at": _counts,
    **{f"welcome.App.{name}": _way for name in ("id", "person", "at")},
    **{f"welcome.App.{name}": _secret for name in ("key", "last_step")},
    **{f"welcome.Passkey.{name}": _way for name in ("id", "person", "called", "at")},
    **{f"welcome.Passkey.{name}": _secret for name in ("known_by", "credential", "counter")},
    **{f"welcome.RecoveryCode.{name}": _paper for name in ("id", "person", "at")},
    "welcome.RecoveryCode.code": _secret,
    **{f"welcome.RecoverySpent.{name}": _paper for name in ("code", "at")},
    **{f"welcome.TakenAway.{name}": _taken for name in ("id", "person", "by", "why", "at")},
    "welcome.Session.session_key": Field(Level.SECRET, "knows the browser again", _SESSIONS),
    "welcome.Session.session_data": Field(Level.SECRET, "what a browser has done so far", _SESSIONS),
    "welcome.Session.expire_date": Field(Level.PRIVATE, "when it ends", _SESSIONS),
    **{f"welcome.Session.{name}": _place for name in ("person", "browser", "since", "used_on")},
    **{f"welcome.BroughtIn.{name}": _list for name in ("id", "forum", "by", "at", "mapping")},
    "welcome.BroughtIn.cells": Field(Level.SPECIAL, "a list of members until it is saved, sealed", _LISTS),
    **{f"welcome.BroughtIn.{name}": _listed for name in ("left_out", "same")},
    **{
        f"welcome.Saved.{name}": _list
        for name in ("draft", "by", "at", "new", "changed", "known", "stayed_out")
    },
    **{f"welcome.Remembered.{name}": _columns for name in ("id", "forum", "headings", "mapping")},
    **{
        f"welcome.Joining.{name}": _asked
        for name in ("id", "forum", "way_back", "member", "screen_name", "wants_news", "dies_at")
    },
    "welcome.Joining.whom": Field(Level.SECRET, "counts the links sent to one address", "asking to join"),
    "welcome.Joining.token_digest": Field(Level.SECRET, "knows the link again", "asking to join"),
    **{f"welcome.TwoPeople.{name}": _list for name in ("id", "first", "second", "by", "at")},
    **{f"welcome.Newsletter.{name}": _letter for name in ("id", "forum", "subject", "words", "by", "at")},
    **{f"welcome.Posted.{name}": _letter for name in ("newsletter", "by", "at", "done_at", "many")},
}
