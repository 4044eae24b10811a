"""How each field of this room is classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

BLANKED = WITH_ITS_ROW  # emptied by Person.blank, when the person asks

_own = Field(Level.MEMBERS, "tells one row from another", WITH_ITS_ROW)
_place = Field(Level.PUBLIC, "what the place is called, and whom to ring", FOR_THE_RECORD)
_reach = Field(Level.PRIVATE, "reaches the person, and lets them sign in", BLANKED)
_needs = Field(Level.PRIVATE, "how the person wants to be reached and met", BLANKED)
_helps = Field(Level.SPECIAL, "what the person needs, never why; it may still tell of health", BLANKED)
_member = Field(Level.PRIVATE, "who belongs to a forum, and may be written to", WITH_ITS_ROW)
_role = Field(Level.MEMBERS, "who may do what, and since when", FOR_THE_RECORD)
_looked = Field(Level.PRIVATE, "so that people can learn who looked at what few may see", FOR_THE_RECORD)
_counter = Field(Level.PRIVATE, "gives short references that can be said over the phone", FOR_THE_RECORD)

_AREA = "id slug name kind parent since until controller privacy_contact person_to_ring phone hours"

FIELDS: dict[str, Field] = {
    **{f"people.Area.{name}": _place for name in _AREA.split()},
    "people.Area.languages": Field(Level.MEMBERS, "in which languages people may write", FOR_THE_RECORD),
    **{f"people.Organisation.{name}": _place for name in ["id", "area", "name", "kind"]},
    "people.Organisation.email": Field(Level.MEMBERS, "where its questions and codes go", FOR_THE_RECORD),
    **{f"people.Organisation_also_in.{name}": _place for name in ["id", "organisation", "area"]},
    "people.Person.id": _own,
    "people.Person.password": Field(Level.SECRET, "no password: ends sessions when changed", WITH_ITS_ROW),
    "people.Person.area": Field(Level.MEMBERS, "where the person is at home with us", WITH_ITS_ROW),
    "people.Person.screen_name": Field(Level.MEMBERS, "what the others call the person", BLANKED),
    "people.Person.email": _reach,
    "people.Person.phone": _reach,
    "people.Person.age_band": Field(Level.SPECIAL, "keeps the young safe; never a birth date", BLANKED),
    "people.Person.joined_at": Field(Level.PRIVATE, "since when the person is with us", WITH_ITS_ROW),
    "people.Person.blanked_at": Field(Level.PRIVATE, "when we forgot who this was", FOR_THE_RECORD),
    "people.ContactProfile.person": _own,
    "people.ContactProfile.channels": _needs,
    "people.ContactProfile.formats": _helps,
    "people.ContactProfile.languages": _needs,
    "people.ContactProfile.quiet_from": _needs,
    "people.ContactProfile.quiet_until": _needs,
    "people.ContactProfile.papers_days": _needs,
    "people.ContactProfile.helps_in_a_room": _helps,
    "people.ContactProfile.post_address": _reach,
    "people.Member.id": _own,
    "people.Member.person": _member,
    "people.Member.forum": _member,
    "people.Member.how": Field(Level.PRIVATE, "how they came to us, so that we know where to go", BLANKED),
    "people.Member.may_contact": _member,
    "people.Member.said_on": _member,
    "people.Member.postcode_area": Field(
        Level.PRIVATE, "roughly where they live, to tell two apart", BLANKED
    ),
    "people.Member.joined_at": _member,
    "people.Member.left_at": _member,
    "people.Role.id": _own,
    "people.Role.person": _role,
    "people.Role.name": _role,
    "people.Role.area": _role,
    "people.Role.organisation": _role,
    "people.Role.since": _role,
    "people.Role.until": _role,
    **{
        f"people.Look.{name}": _looked
        for name in ["id", "area", "person", "what", "what_id", "why", "on", "at"]
    },
    "people.Counter.id": _counter,
    "people.Counter.area": _counter,
    "people.Counter.letter": _counter,
    "people.Counter.year": _counter,
    "people.Counter.last": _counter,
}
