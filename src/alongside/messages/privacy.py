"""How each field of this room is classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

_CLOSED = "closed ways back"
_GONE = "messages that have gone"

_own = Field(Level.PRIVATE, "tells one row from another", WITH_ITS_ROW)
_work = Field(Level.PRIVATE, "lets the worker send it once, and at the right time", WITH_ITS_ROW)
_leads = Field(Level.SPECIAL, "reaches somebody who told us something; for the keeper or the lead", _CLOSED)
_whom = Field(Level.SPECIAL, "who is told; with a way back, who said something", WITH_ITS_ROW)
_says = Field(Level.SPECIAL, "what we tell them; it may quote what they told us", _GONE)

FIELDS: dict[str, Field] = {
    "messages.WayBack.id": _own,
    "messages.WayBack.area": Field(Level.PRIVATE, "whose keeper may use it", WITH_ITS_ROW),
    "messages.WayBack.channel": Field(Level.PRIVATE, "how they would like to hear from us", FOR_THE_RECORD),
    "messages.WayBack.address": _leads,
    "messages.WayBack.call_me": _leads,
    "messages.WayBack.hint": _leads,
    "messages.WayBack.token_digest": Field(Level.SECRET, "knows the secret link again", WITH_ITS_ROW),
    "messages.WayBack.person": _leads,
    "messages.WayBack.organisation": Field(
        Level.MEMBERS, "an organisation that replies by a code", WITH_ITS_ROW
    ),
    "messages.WayBack.closed_at": Field(Level.PRIVATE, "when it was closed", FOR_THE_RECORD),
    "messages.Message.id": _own,
    "messages.Message.key": _work,
    "messages.Message.area": Field(Level.PRIVATE, "whose keeper or co-ordinator may do it", WITH_ITS_ROW),
    "messages.Message.person": _whom,
    "messages.Message.way_back": _whom,
    "messages.Message.channel": _work,
    "messages.Message.kind": Field(Level.PRIVATE, "what it is about, in one word", WITH_ITS_ROW),
    "messages.Message.subject": _says,
    "messages.Message.body": _says,
    "messages.Message.leave": Field(Level.PRIVATE, "lets its reader end such messages in one press", _GONE),
    "messages.Message.secret": _work,
    "messages.Message.said_at": _work,
    "messages.Message.due_at": Field(
        Level.PRIVATE,
        "sends it at the right time; then, to a way back, the day",
        WITH_ITS_ROW,
    ),
    "messages.Message.useless_at": _work,
    "messages.Message.tries": _work,
    "messages.Message.claimed_until": _work,
    "messages.Message.waits_since": _work,
    "messages.Gone.message": _own,
    "messages.Gone.how": Field(Level.PRIVATE, "shows that somebody was told, or was not", FOR_THE_RECORD),
    "messages.Gone.at": Field(Level.PRIVATE, "when they were told; by a way back, the day", FOR_THE_RECORD),
    "messages.Gone.by": Field(Level.PRIVATE, "who rang or wrote", WITH_ITS_ROW),
    "messages.Gone.why": Field(Level.PRIVATE, "why it was not sent", _GONE),
    "messages.Stopped.channel": _work,
    "messages.Stopped.since": Field(Level.PRIVATE, "tells a human that no mail goes out", WITH_ITS_ROW),
    "messages.Attempt.id": _own,
    "messages.Attempt.message": _own,
    "messages.Attempt.at": Field(Level.PRIVATE, "when we tried; by a way back, the day", _GONE),
    "messages.Attempt.error": Field(Level.PRIVATE, "what went wrong, without an address", _GONE),
}
