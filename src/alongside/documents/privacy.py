"""How each field of this room is classed. A text is as private as the most private thing that owns one."""

from __future__ import annotations

from alongside.journal.privacy import WITH_ITS_ROW, Field, Level

_WORDS = "somebody’s own words, for whoever may see the thing they belong to"
_SENT = "what somebody sent, for whoever may see the thing it belongs to"
_own = Field(Level.PRIVATE, "tells one row from another", WITH_ITS_ROW)

FIELDS: dict[str, Field] = {
    "documents.Text.id": _own,
    "documents.Text.area": Field(Level.PUBLIC, "where the text is at home", WITH_ITS_ROW),
    "documents.Text.language": Field(Level.PUBLIC, "lets a screen reader say it rightly", WITH_ITS_ROW),
    "documents.Text.body": Field(Level.SPECIAL, _WORDS, WITH_ITS_ROW),
    "documents.Version.id": _own,
    "documents.Version.text": _own,
    "documents.Version.number": Field(Level.MEMBERS, "the order of the versions", WITH_ITS_ROW),
    "documents.Version.body": Field(Level.SPECIAL, f"{_WORDS}; the first is the original", WITH_ITS_ROW),
    "documents.Version.why": Field(Level.PRIVATE, "why it was changed, for its author", WITH_ITS_ROW),
    "documents.Version.at": Field(Level.PRIVATE, "when it was changed", WITH_ITS_ROW),
    "documents.File.id": _own,
    "documents.File.area": Field(Level.PUBLIC, "where the file is at home", WITH_ITS_ROW),
    "documents.File.purpose": Field(Level.MEMBERS, "what the file is for", WITH_ITS_ROW),
    "documents.File.kind": Field(Level.MEMBERS, "how the file is opened", WITH_ITS_ROW),
    "documents.File.name": Field(Level.SPECIAL, f"{_SENT}: what they called it", "files"),
    "documents.File.size": Field(Level.MEMBERS, "how long it takes to load", WITH_ITS_ROW),
    "documents.File.digest": Field(Level.SECRET, "proves that the file is what was kept", WITH_ITS_ROW),
    "documents.File.on": Field(Level.PRIVATE, "the day it came, never the hour", WITH_ITS_ROW),
}
