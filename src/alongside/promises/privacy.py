"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, Field, Level, classed

_PROMISED = "so that everyone can see what was promised and when it is due"
_WHO = "so that each side knows who sees to it, and who did what"
_WHY = "so that a promise leads back to those who asked for it"
_TELL = "so that those who asked for it are told, once, and asked whether it helped"
_BECAUSE = "so that everyone can read why not, as its form says"
_AGAIN = "so that everyone can read why there will be another go, as its form says"
_SAID = "so that those who promised learn whether it helped"

FIELDS: dict[str, Field] = {
    **classed(
        "promises.Promise",
        Level.PUBLIC,
        _PROMISED,
        "id area organisation reference title text cornerstone due_on month offered_by",
        FOR_THE_RECORD,
    ),
    **classed(
        "promises.Promise", Level.MEMBERS, _WHO, "lived_owner service_owner made_at made_by", FOR_THE_RECORD
    ),
    **classed(
        "promises.Promise", Level.SECRET, "so that a form sent twice is one", "form_key", FOR_THE_RECORD
    ),
    **classed("promises.Reason", Level.PRIVATE, _WHY, "id promise story decision"),
    **classed("promises.Accepted", Level.MEMBERS, _WHO, "promise by at"),
    **classed("promises.Refusal", Level.MEMBERS, _WHO, "by"),
    **classed("promises.Refusal", Level.PUBLIC, _BECAUSE, "promise why at"),
    **classed("promises.Started", Level.MEMBERS, _WHO, "promise by at"),
    **classed("promises.Delivered", Level.PUBLIC, _PROMISED, "id promise number text at"),
    **classed("promises.Delivered", Level.MEMBERS, _WHO, "evidence by"),
    **classed("promises.Evidence", Level.MEMBERS, _WHO, "id delivered number file"),
    **classed("promises.Checked", Level.MEMBERS, _WHO, "delivered by saw at"),
    **classed("promises.Reopened", Level.MEMBERS, _WHO, "delivered by due_on at"),
    **classed("promises.Reopened", Level.PUBLIC, _AGAIN, "why"),
    **classed("promises.Answered", Level.MEMBERS, _WHO, "verdict by why_not at"),
    **classed("promises.NotConfirmed", Level.PUBLIC, "so that silence shows too", "delivered at"),
    **classed(
        "promises.Told",
        Level.SPECIAL,
        _TELL,
        "id delivered story way_back message at asked_again voice from_within",
    ),
    **classed(
        "promises.Told",
        Level.SECRET,
        "to know a secret again without keeping it",
        "token_digest again_digest",
    ),
    **classed(
        "promises.Verdict", Level.PRIVATE, _SAID, "id told number answer counted on words_on may_show reading"
    ),
    **classed("promises.Verdict", Level.SPECIAL, _SAID, "words", "words with a verdict"),
}
