"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level

SHEETS = "sheets of closed reviews"


def _classed(model: str, level: Level, why: str, fields: str, keep: str = WITH_ITS_ROW) -> dict[str, Field]:
    """The same class for several fields of one model, named with spaces between."""
    return {f"charter.{model}.{name}": Field(level, why, keep) for name in fields.split()}


_ASKED = "so that everyone can see what was asked, where and in which words"
_SEEN = "so that a place sees itself as families see it"
_ONCE = "so that a form sent twice is one, and nobody counts twice"

FIELDS: dict[str, Field] = {
    **_classed("Edition", Level.PUBLIC, _ASKED, "id slug version source", FOR_THE_RECORD),
    **_classed(
        "Review",
        Level.PUBLIC,
        _ASKED,
        "id area organisation edition reference slug number opened_at",
        FOR_THE_RECORD,
    ),
    **_classed("Review", Level.MEMBERS, "so that it is known who began it", "opened_by", FOR_THE_RECORD),
    **_classed("Review", Level.SECRET, _ONCE, "form_key", FOR_THE_RECORD),
    **_classed("Closed", Level.PUBLIC, _ASKED, "review at", FOR_THE_RECORD),
    **_classed("Closed", Level.MEMBERS, "so that it is known who ended it", "by", FOR_THE_RECORD),
    **_classed(
        "Link", Level.MEMBERS, "leads those who are asked to the questions", "id review audience token"
    ),
    **_classed("TookPart", Level.PRIVATE, _ONCE, "id review person"),
    **_classed("Sheet", Level.PRIVATE, _SEEN, "id review audience how", SHEETS),
    **_classed("Sheet", Level.SECRET, _ONCE, "form_key", SHEETS),
    **_classed("Answer", Level.PRIVATE, _SEEN, "id sheet statement level", SHEETS),
    **_classed("Comment", Level.PRIVATE, _SEEN, "id review audience section question text reading"),
    **_classed("Finding", Level.PUBLIC, _SEEN, "id review audience said", FOR_THE_RECORD),
}
