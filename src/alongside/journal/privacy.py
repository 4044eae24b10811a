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
