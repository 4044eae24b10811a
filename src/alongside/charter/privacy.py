"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, Field, Level, classed

SHEETS = "sheets of closed reviews"
UNSHOWN = "words in reviews that were not shown"


_ASKED = "so that everyone can see what was asked, where and in which words"
_SEEN = "so that a place sees itself as families see it"
_ONCE = "so that a form sent twice is one, and nobody counts twice"

_SHOWS = "so that a place shows that it does as its charter says"
_WHERE = "id organisation framework statement"

FIELDS: dict[str, Field] = {
    **classed(
        "charter.Evidence",
        Level.MEMBERS,
        _SHOWS,
        f"{_WHERE} story reply decision promise consent link called why by on",
    ),
    **classed("charter.Note", Level.MEMBERS, _SHOWS, f"{_WHERE} number text by on", FOR_THE_RECORD),
    **classed("charter.Edition", Level.PUBLIC, _ASKED, "id slug version source", FOR_THE_RECORD),
    **classed(
        "charter.Review",
        Level.PUBLIC,
        _ASKED,
        "id area organisation edition reference slug number opened_at until",
        FOR_THE_RECORD,
    ),
    **classed(
        "charter.Review", Level.MEMBERS, "so that it is known who began it", "opened_by", FOR_THE_RECORD
    ),
    **classed("charter.Review", Level.SECRET, _ONCE, "form_key", FOR_THE_RECORD),
    **classed("charter.Closed", Level.PUBLIC, _ASKED, "review at", FOR_THE_RECORD),
    **classed("charter.Closed", Level.MEMBERS, "so that it is known who ended it", "by", FOR_THE_RECORD),
    **classed(
        "charter.Link",
        Level.MEMBERS,
        "leads those who are asked to the questions",
        "id review audience token by_code",
    ),
    **classed("charter.Code", Level.SECRET, _ONCE, "id link code_digest"),
    **classed("charter.CodeSet", Level.SECRET, _ONCE, "id link form_key"),
    **classed("charter.PassedOn", Level.MEMBERS, "so that the forum’s members are asked once", "link by at"),
    **classed("charter.TookPart", Level.PRIVATE, _ONCE, "id review person"),
    **classed("charter.Sheet", Level.PRIVATE, _SEEN, "id review audience how people", SHEETS),
    **classed("charter.Sheet", Level.SECRET, _ONCE, "form_key", SHEETS),
    **classed("charter.Answer", Level.PRIVATE, _SEEN, "id sheet statement level", SHEETS),
    **classed(
        "charter.Comment", Level.PRIVATE, _SEEN, "id review audience section question text reading", UNSHOWN
    ),
    **classed(
        "charter.PlanItem",
        Level.PUBLIC,
        "so that a promise leads back to what the review showed",
        "id review statement promise",
        FOR_THE_RECORD,
    ),
    **classed("charter.Finding", Level.PUBLIC, _SEEN, "id review audience said", FOR_THE_RECORD),
}
