"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Level


def _classed(model: str, level: Level, why: str, fields: str, keep: str = WITH_ITS_ROW) -> dict[str, Field]:
    """The same class for several fields of one model, named with spaces between."""
    return {f"promises.{model}.{name}": Field(level, why, keep) for name in fields.split()}


_PROMISED = "so that everyone can see what was promised and when it is due"
_WHO = "so that each side knows who sees to it, and who did what"
_WHY = "so that a promise leads back to those who asked for it"
_TELL = "so that those who asked for it are told, once, and asked whether it helped"
_AGAIN = "so that everyone can read why there will be another go, as its form says"
_SAID = "so that those who promised learn whether it helped"

FIELDS: dict[str, Field] = {
    **_classed(
        "Promise",
        Level.PUBLIC,
        _PROMISED,
        "id area organisation reference title text cornerstone due_on month",
        FOR_THE_RECORD,
    ),
    **_classed("Promise", Level.MEMBERS, _WHO, "lived_owner service_owner made_at made_by", FOR_THE_RECORD),
    **_classed("Promise", Level.SECRET, "so that a form sent twice is one", "form_key", FOR_THE_RECORD),
    **_classed("Reason", Level.PRIVATE, _WHY, "id promise story decision"),
    **_classed("Accepted", Level.MEMBERS, _WHO, "promise by at"),
    **_classed("Started", Level.MEMBERS, _WHO, "promise by at"),
    **_classed("Delivered", Level.PUBLIC, _PROMISED, "id promise number text at"),
    **_classed("Delivered", Level.MEMBERS, _WHO, "evidence by"),
    **_classed("Evidence", Level.MEMBERS, _WHO, "id delivered number file"),
    **_classed("Checked", Level.MEMBERS, _WHO, "delivered by saw at"),
    **_classed("Reopened", Level.MEMBERS, _WHO, "delivered by due_on at"),
    **_classed("Reopened", Level.PUBLIC, _AGAIN, "why"),
    **_classed("Answered", Level.MEMBERS, _WHO, "verdict by why_not at"),
    **_classed("NotConfirmed", Level.PUBLIC, "so that silence shows too", "delivered at"),
    **_classed(
        "Told", Level.SPECIAL, _TELL, "id delivered story way_back message at asked_again voice from_within"
    ),
    **_classed(
        "Told", Level.SECRET, "to know a secret again without keeping it", "token_digest again_digest"
    ),
    **_classed("Verdict", Level.PRIVATE, _SAID, "id told number answer counted on words_on may_show reading"),
    **_classed("Verdict", Level.SPECIAL, _SAID, "words", "words with a verdict"),
}
