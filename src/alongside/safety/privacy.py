"""How the fields of this room are classed."""

from __future__ import annotations

from alongside.journal.privacy import FOR_THE_RECORD, Field, Level, classed

_READING = "so that a moderator reads it before others do"
_WHO_READ = "who read it, and when, so that moderators answer for what they do"
_WORRY = "so that the safeguarding lead can help"

FIELDS: dict[str, Field] = {
    **classed("safety.Reading", Level.PRIVATE, _READING, "id area about since", FOR_THE_RECORD),
    **classed(
        "safety.ReadingAuthor",
        Level.SPECIAL,
        "so that a moderator does not read their own; kept of nobody else",
        "reading person",
        "authors",
    ),
    **classed("safety.Passed", Level.PRIVATE, _WHO_READ, "reading by seriousness at"),
    **classed("safety.Held", Level.PRIVATE, _WHO_READ, "reading by seriousness why at"),
    **classed("safety.Change", Level.PRIVATE, _WHO_READ, "id reading text by why at"),
    **classed("safety.Change", Level.SPECIAL, "so that the teller can be told what went", "took_out"),
    **classed("safety.Dropped", Level.PRIVATE, "that its author took it back", "reading on"),
    **classed("safety.Concern", Level.SPECIAL, _WORRY, "id area at", FOR_THE_RECORD),
    **classed("safety.Concern", Level.SPECIAL, _WORRY, "words way_back", "concerns"),
    **classed("safety.Concern", Level.SECRET, "so that a form sent twice is one", "form_key", FOR_THE_RECORD),
    **classed("safety.Acknowledged", Level.SPECIAL, _WORRY, "concern by at"),
    **classed(
        "safety.Draft", Level.SPECIAL, "so that no page is lost", "id area about answers file sent", "drafts"
    ),
    **classed(
        "safety.Draft", Level.SECRET, "to know the device again for a day", "key_digest dies_at", "drafts"
    ),
}
