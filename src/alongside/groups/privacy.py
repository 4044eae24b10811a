"""How each field of this room is classed.

What a group does is its record, kept with the area's; a person who is erased leaves the seat behind. While a
decision is in discussion all of it is for the group. Once it is taken the wording, the outcome and the
dissent are public, without names.
"""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

_id = Field(Level.MEMBERS, "tells one row from another", WITH_ITS_ROW)
_of = Field(Level.MEMBERS, "says which row it belongs to", WITH_ITS_ROW)
_open = Field(Level.PUBLIC, "says what was decided, by whom it binds, and when", FOR_THE_RECORD)
_group = Field(Level.MEMBERS, "says who decides together, and how", FOR_THE_RECORD)
_seat = Field(Level.MEMBERS, "shows who sits for whom, so that everybody sees the balance", FOR_THE_RECORD)
_lived = Field(
    Level.SPECIAL, "says from where a person speaks; some speak from lived experience", FOR_THE_RECORD
)
_who = Field(Level.MEMBERS, "says which seat did it, so that it can be verified", FOR_THE_RECORD)
_when = Field(Level.MEMBERS, "says when, so that the order can be verified", FOR_THE_RECORD)
_words = Field(Level.MEMBERS, "why a wording changed or could not wait, for the group", FOR_THE_RECORD)
_dissent = Field(Level.MEMBERS, "stays beside the outcome; public then, without a name", FOR_THE_RECORD)

FIELDS: dict[str, Field] = {
    "groups.Group.id": _id,
    "groups.Group.area": _of,
    "groups.Group.name": _open,
    "groups.Group.purpose": _open,
    "groups.Group.digest_days": _group,
    "groups.Group.since": _group,
    "groups.Group.until": _group,
    "groups.Partner.id": _id,
    "groups.Partner.group": _of,
    "groups.Partner.name": _open,
    "groups.Partner.kind": _open,
    "groups.Partner.place": _group,
    "groups.Partner.needed": _open,
    "groups.Seat.id": _id,
    "groups.Seat.group": _of,
    "groups.Seat.partner": _of,
    "groups.Seat.person": _seat,
    "groups.Seat.part": _seat,
    "groups.Seat.how": _seat,
    "groups.Seat.perspective": _lived,
    "groups.Seat.paid": _seat,
    "groups.Seat.works_for": _seat,
    "groups.Seat.since": _seat,
    "groups.Seat.until": _seat,
    "groups.Handover.ended": _of,
    "groups.Handover.begun": _of,
    "groups.Handover.by": _who,
    "groups.Handover.at": _when,
    "groups.Decision.id": _open,
    "groups.Decision.area": _of,
    "groups.Decision.group": _of,
    "groups.Decision.reference": _open,
    "groups.Decision.title": _open,
    "groups.Decision.cornerstone": _open,
    "groups.Decision.opened_by": _who,
    "groups.Decision.opened_at": _when,
    "groups.Decision.review_months": _open,
    "groups.Decision.supersedes": _open,
    "groups.DecisionAbout.id": _id,
    "groups.DecisionAbout.decision": _of,
    "groups.DecisionAbout.organisation": _open,
    "groups.Wording.id": _id,
    "groups.Wording.decision": _of,
    "groups.Wording.number": _open,
    "groups.Wording.text": _open,
    "groups.Wording.by": _who,
    "groups.Wording.why": _words,
    "groups.Wording.at": _open,
    "groups.Agreement.id": _id,
    "groups.Agreement.wording": _of,
    "groups.Agreement.partner": _open,
    "groups.Agreement.seat": _who,
    "groups.Agreement.at": _open,
    "groups.Urgency.id": _id,
    "groups.Urgency.wording": _of,
    "groups.Urgency.partner": _who,
    "groups.Urgency.seat": _who,
    "groups.Urgency.why": _words,
    "groups.Urgency.at": _when,
    "groups.Stand.id": _id,
    "groups.Stand.wording": _of,
    "groups.Stand.seat": _who,
    "groups.Stand.how": _dissent,
    "groups.Stand.words": _dissent,
    "groups.Stand.at": _when,
    "groups.Objection.id": _id,
    "groups.Objection.wording": _of,
    "groups.Objection.seat": _who,
    "groups.Objection.reason": _dissent,
    "groups.Objection.acceptable_if": _dissent,
    "groups.Objection.at": _when,
    "groups.ObjectionWithdrawn.objection": _of,
    "groups.ObjectionWithdrawn.seat": _who,
    "groups.ObjectionWithdrawn.at": _when,
    "groups.Paper.id": _id,
    "groups.Paper.decision": _of,
    "groups.Paper.title": _group,
    "groups.Paper.text": _group,
    "groups.Paper.by": _who,
    "groups.Paper.shared_at": _when,
    "groups.Taken.decision": _of,
    "groups.Taken.wording": _open,
    "groups.Taken.at": _open,
    "groups.Taken.review_on": _open,
}
