"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, Field, Level, classed

_SAID = "what somebody told, for those whom they let read it"
_ALLOWED = "what the teller allows"
_USED = "so that the teller can see who used it"
_KEY = "so that a form sent twice is one"
_ANSWERED = "so that every voice gets an answer, and silence shows"
_LINK = "which story a decision rests on"

FIELDS: dict[str, Field] = {
    **classed(
        "voice.Story",
        Level.PRIVATE,
        _SAID,
        "id area organisation reading perspective told_on month",
        FOR_THE_RECORD,
    ),
    **classed("voice.Story", Level.SPECIAL, _SAID, "happened good better", FOR_THE_RECORD),
    **classed("voice.Story", Level.SECRET, _KEY, "form_key", FOR_THE_RECORD),
    **classed("voice.Touches", Level.PRIVATE, "to find what is alike", "id story cornerstone"),
    **classed("voice.Teller", Level.SPECIAL, "to tell them what came of it", "story way_back", "tellers"),
    **classed(
        "voice.TakenDown",
        Level.PRIVATE,
        "how it came, and who typed it in for them",
        "id area how by on story",
    ),
    **classed("voice.TakenDown", Level.SPECIAL, "what is to be read back for a yes", "answers", "taken down"),
    **classed("voice.TakenDown", Level.SECRET, _KEY, "form_key"),
    **classed("voice.ReadBack", Level.PRIVATE, "that they said yes to it", "taken_down said by on"),
    **classed("voice.Picture", Level.SPECIAL, _SAID, "story file shows"),
    **classed("voice.TakenOut", Level.PRIVATE, "so that its teller learns why", "picture by why at"),
    **classed("voice.Filed", Level.PRIVATE, "whom it is about, and who said so", "story organisation by on"),
    **classed("voice.Opened", Level.PRIVATE, "who looked up the teller, and why", "id story by why at"),
    **classed("voice.Consent", Level.PRIVATE, _ALLOWED, "id story use named since until"),
    **classed("voice.Consent", Level.SPECIAL, "the name they want to be shown with", "name"),
    **classed("voice.ConsentEnded", Level.PRIVATE, _ALLOWED, "consent on"),
    **classed("voice.Use", Level.PRIVATE, _USED, "id story consent where by at"),
    **classed("voice.Publication", Level.PUBLIC, "that everyone may read it", "story area month"),
    **classed("voice.Publication", Level.PRIVATE, "who showed it to everyone", "by"),
    **classed(
        "voice.Withdrawal", Level.PRIVATE, "what was taken back", "id story organisation use cannot_recall on"
    ),
    **classed("voice.Asked", Level.MEMBERS, _ANSWERED, "id story organisation way_back by on"),
    **classed(
        "voice.Reply",
        Level.MEMBERS,
        _ANSWERED,
        "id story organisation text signed public claims_change how by reading at",
        FOR_THE_RECORD,
    ),
    **classed("voice.Reply", Level.SECRET, _KEY, "form_key", FOR_THE_RECORD),
    **classed("voice.Basis", Level.MEMBERS, _LINK, "id decision story by at", FOR_THE_RECORD),
}
