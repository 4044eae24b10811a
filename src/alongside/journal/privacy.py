"""How a field is classed: who it is for, why we hold it, and when it goes.

Each room lists its own fields in its ``privacy.py``; ``checks/test_privacy.py`` fails on a field that is
missing. The list makes the record of processing, the retention table and ``alongside forget``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Level(StrEnum):
    """Who a field is for, from widest to narrowest."""

    PUBLIC = "public"  # anyone may read it
    MEMBERS = "members"  # people of the group, the forum or the organisation
    PRIVATE = "private"  # the person, and the few whose task it is
    SPECIAL = "special"  # about health, children, or who said what
    SECRET = "secret"  # never shown to anyone: keys and digests  # noqa: S105 - the word, not a password


@dataclass(frozen=True)
class Forget:
    """One rule of ``alongside forget``: what goes, and when.

    ``run(at)`` forgets everything whose time has come by ``at`` and returns how many rows went or were
    blanked; ``left(at)`` returns how many are still there (zero straight after ``run``).
    """

    name: str
    sentence: str
    run: Callable[[datetime], int]
    left: Callable[[datetime], int]


@dataclass(frozen=True)
class Field:
    """The class of one field. ``keep`` is ``WITH_ITS_ROW``, ``FOR_THE_RECORD`` or the name of a Forget."""

    level: Level
    why: str
    keep: str


WITH_ITS_ROW = "with its row"
FOR_THE_RECORD = "as long as the area keeps its record"


def classed(model: str, level: Level, why: str, fields: str, keep: str = WITH_ITS_ROW) -> dict[str, Field]:
    """The same class for several fields of one model (``room.Model``), named with spaces between."""
    return {f"{model}.{name}": Field(level, why, keep) for name in fields.split()}


_SHREDDED = "kept with the event until it is shredded, when the person asks to be forgotten"
_chain = Field(Level.PUBLIC, "proves that nothing was changed or taken away", FOR_THE_RECORD)
_happened = Field(Level.MEMBERS, "what happened, when, to what", FOR_THE_RECORD)
_detail = Field(Level.PRIVATE, _SHREDDED, WITH_ITS_ROW)

FIELDS: dict[str, Field] = {
    "journal.Chain.area_id": _chain,
    "journal.Chain.number": _chain,
    "journal.Chain.head": _chain,
    "journal.Event.id": _happened,
    "journal.Event.area_id": _happened,
    "journal.Event.number": _chain,
    "journal.Event.at": _happened,
    "journal.Event.what": _happened,
    "journal.Event.about": _happened,
    "journal.Event.about_id": _happened,
    "journal.Event.seal": _chain,
    "journal.Event.previous": _chain,
    "journal.Event.digest": _chain,
    "journal.Detail.event": _detail,
    "journal.Detail.salt": Field(Level.SECRET, "keeps anybody from guessing what was shredded", WITH_ITS_ROW),
    "journal.Detail.by_id": _detail,
    "journal.Detail.by": _detail,
    "journal.Detail.body": _detail,
}
"""The fields of this room itself."""
