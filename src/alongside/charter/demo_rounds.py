"""What people answered in Netherby's rounds: of each side how many, and how many say mostly or always."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .framework import Audience

FAMILIES, YOUNG, STAFF = Audience.FAMILIES, Audience.YOUNG_PEOPLE, Audience.STAFF


@dataclass(frozen=True)
class Round:
    """One round: people by side; for each statement how many of families, young people and staff see it so;
    and words that some of them wrote: side, section, question, words.
    """

    people: tuple[int, int, int]
    met: Mapping[str, tuple[int, int, int]]
    words: tuple[tuple[Audience, str, str, str], ...] = field(default=())


SCHOOL_FIRST = Round(
    people=(40, 0, 26),
    met={
        "heard": (18, 0, 17),
        "safe": (39, 0, 25),
        "strengths": (30, 0, 17),
        "can-do": (22, 0, 17),
        "part-in-decisions": (14, 0, 18),
        "fits-us": (16, 0, 12),
        "early": (13, 0, 14),
        "calm": (32, 0, 18),
        "prompt": (12, 0, 16),
        "clear": (12, 0, 18),
        "kind-words": (31, 0, 17),
        "real-partners": (15, 0, 17),
        "together": (14, 0, 16),
        "taking-part": (24, 0, 14),
        "get-better": (10, 0, 15),
    },
    words=(
        (FAMILIES, "welcome", "good", "The office knows every child by name."),
        (FAMILIES, "communicate", "better", "Tell us about changes a week before, not on the day."),
        (STAFF, "communicate", "better", "We send letters, and we do not know who can read them."),
    ),
)
"""Fourteen months ago. Nobody thought of asking the children."""

SCHOOL_SECOND = Round(
    people=(46, 28, 28),
    met={
        "heard": (28, 14, 18),
        "safe": (45, 26, 27),
        "strengths": (36, 19, 19),
        "can-do": (27, 16, 18),
        "part-in-decisions": (20, 11, 19),
        "fits-us": (20, 13, 13),
        "early": (16, 12, 15),
        "calm": (37, 19, 20),
        "prompt": (26, 15, 18),
        "clear": (19, 10, 19),
        "kind-words": (37, 18, 20),
        "real-partners": (22, 12, 18),
        "together": (20, 13, 18),
        "taking-part": (30, 17, 16),
        "get-better": (23, 12, 17),
    },
    words=(
        (FAMILIES, "welcome", "good", "There is somebody at the gate each morning who says hello."),
        (FAMILIES, "welcome", "good", "My girl sleeps the night before school now."),
        (FAMILIES, "communicate", "good", "When I ring I hear back the same week."),
        (FAMILIES, "communicate", "better", "The plan of the week comes on Monday. Friday would help."),
        (FAMILIES, "value", "better", "Ask us before the trip is planned, not after."),
        (YOUNG, "welcome", "good", "The quiet room. You can just go there."),
        (YOUNG, "communicate", "better", "Say it before it changes. I do not like surprises."),
        (STAFF, "welcome", "good", "Ten minutes with each child in the first week."),
        (STAFF, "value", "better", "We plan trips alone, and then wonder who cannot come."),
        (STAFF, "partnership", "good", "Parents chair every second review meeting."),
    ),
)
"""Two months ago: after the promises that followed from the first. The children are asked too."""

CENTRE = Round(
    people=(38, 5, 22),
    met={
        "heard": (25, 3, 13),
        "safe": (30, 4, 20),
        "strengths": (20, 3, 12),
        "can-do": (22, 4, 13),
        "part-in-decisions": (24, 2, 13),
        "fits-us": (15, 2, 11),
        "early": (11, 2, 13),
        "calm": (29, 4, 14),
        "prompt": (13, 2, 14),
        "clear": (27, 3, 13),
        "kind-words": (28, 3, 13),
        "real-partners": (18, 2, 13),
        "together": (17, 3, 12),
        "taking-part": (14, 2, 11),
        "get-better": (20, 2, 12),
    },
    words=(
        (FAMILIES, "communicate", "good", "The letters come in time now, and they say who to ring."),
        (FAMILIES, "value", "better", "Eleven months from the first worry to the first talk is too long."),
        (STAFF, "welcome", "good", "The waiting room has chairs for everyone at last."),
    ),
)
"""Half a year ago, at the Child Development Centre."""

CENTRE_NOW = Round(
    people=(9, 4, 6),
    met={"heard": (6, 2, 4), "safe": (8, 3, 6), "clear": (5, 2, 4), "prompt": (6, 2, 4)},
    words=(
        (FAMILIES, "welcome", "good", "There is a chair for everybody now, and water."),
        (FAMILIES, "communicate", "better", "Put the number to ring on the first page, please."),
        (YOUNG, "value", "good", "I chose the room we sat in."),
    ),
)
"""Just now: not enough to show anything of the children, and words that Gwen and Kit have not read."""
