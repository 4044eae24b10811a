"""How each field of this room is classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

_WISHES = "wishes"
_ASKED = "what somebody asks about what we keep of them, for who answers it"
_ANSWERED = "shows that a person has answered, and when"

_asked = Field(Level.PRIVATE, _ASKED, FOR_THE_RECORD)
_answered = Field(Level.PRIVATE, _ANSWERED, FOR_THE_RECORD)
_erased = Field(Level.SECRET, "keeps whoever was erased from coming back with a backup", FOR_THE_RECORD)

FIELDS: dict[str, Field] = {
    **{f"website.Wish.{name}": _asked for name in ("id", "area", "person", "kind", "on", "due_on")},
    "website.Wish.way_back": Field(Level.SPECIAL, "answers somebody without an account", WITH_ITS_ROW),
    "website.Wish.form_key": Field(Level.SECRET, "so that a form sent twice is one", FOR_THE_RECORD),
    "website.Wish.words": Field(Level.SPECIAL, _ASKED, _WISHES),
    **{f"website.Answer.{name}": _answered for name in ("wish", "by", "on")},
    "website.Answer.words": Field(Level.SPECIAL, "tells them what was done, or why not", _WISHES),
    **{f"website.TakenBack.{name}": _answered for name in ("wish", "on")},
    **{f"website.Erased.{name}": _erased for name in ("id", "kind", "on")},
}
