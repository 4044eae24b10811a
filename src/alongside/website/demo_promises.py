"""What Netherby's services promised and did, in their own words. All invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """One promise of the past: ``stage`` is how it ended, by its name in ``promises.demo``.

    ``different`` is what is different since; of one that was refused, it is why.
    """

    stage: str
    group: str
    days_ago: int
    because: tuple[str, ...]
    title: str
    body: str
    different: str
    cornerstone: str
    by_services: bool = False


KEPT = (
    Kept(
        "yes", "letters", 330, ("name-badge",), "My name is",
        "Everyone at the centre says their own name first, then asks for the child’s.",
        "There is a card by each door that reminds us. New staff learn it on day one.", "welcome", True,
    ),
    Kept(
        "yes", "letters", 295, ("plan-meeting",), "Plans begin with an empty page",
        "No plan is written before the meeting. The first page is filled in together.",
        "Every plan meeting since then has begun with an empty page on the table.", "partnership",
    ),
    Kept(
        "yes", "letters", 285, ("ten-minutes",), "A quiet way in at Beck Lane Primary",
        "The garden door is open from 8.35 for anyone who needs a calmer start. No form, no reason asked.",
        "The garden door opens at 8.35. Mrs Lund stands there, and nobody asks why.", "welcome",
    ),
    Kept(
        "not_confirmed", "breaks", 250, ("bus-times",), "Bus times before the holidays end",
        "New bus times are sent a week before they begin, as text, letter or call.",
        "They went out ten days before, to each family in its own way.", "communicate",
    ),
    Kept(
        "yes", "letters", 220, ("lunch",), "The small table",
        "A small table in the library, every day at lunch, for anyone.",
        "Nine children eat there. It was a child’s idea to put flowers on it.", "value", True,
    ),
    Kept(
        "yes", "letters", 200, ("one-page",), "One page on top",
        "Each report begins with one page: what we saw, what to do on Monday, whom to ring.",
        "All reports have it now. The first page is read out at the end of the visit.", "communicate",
    ),
    Kept(
        "partly", "breaks", 190, ("hoist",), "Saturday swimming, with a changing room that works",
        "A hoist at the Netherby pool, and a room where somebody can be changed lying down.",
        "The hoist is in. The Saturday session is still full most weeks, so we stay on it.", "value", True,
    ),
    Kept(
        "yes", "letters", 170, ("trip",), "First the coach, then the trip",
        "The coach is chosen first, and a trip is only planned when everybody can come.",
        "The trip to the sea had a coach with a lift. All of Year 4 came.", "value", True,
    ),
    Kept(
        "too_soon", "breaks", 110, ("interview",), "Parents help to choose",
        "Two parents sit on every interview for the family team, and are paid for it.",
        "Two parents sat on the first three interviews, and wrote half of the questions.", "partnership",
    ),
)  # fmt: skip
"""Oldest first."""

AT_FIRST = (
    Kept(
        "yes", "board", 675, ("which-door",), "All the doors in August",
        "Whoever moves up may come in August, when it is empty, and try all the doors.",
        "Eleven families came. The caretaker showed them the roof as well.", "welcome",
    ),
    Kept(
        "yes", "board", 660, ("four-streets-on",), "Papers move with the family",
        "When a family moves house, their papers are there before them. Nobody begins anew.",
        "Nine families have moved since. None of them filled in a form.", "value", True,
    ),
)  # fmt: skip
"""What the board saw to while Bronagh spoke for families. Oldest first."""

LATER = (
    Kept(
        "yes", "board", 300, ("he-translated",), "No child puts it into another language",
        "Somebody whose work it is comes to each meeting where one of us speaks another language.",
        "There are six people now, for nine languages. Families say who it shall be.", "communicate",
    ),
    Kept(
        "refused", "board", 150, ("one-hour-of-parking",), "Two hours of parking for nothing",
        "Whoever comes for an appointment parks for two hours and pays nothing.",
        "The car park is not ours, and its contract runs until next July. We have asked for it then. "
        "Until that day: if your time runs out while you are with us, tell us, and we pay.", "communicate",
    ),
    Kept(
        "yes", "board", 138, ("the-key",), "Keys without questions",
        "Whoever needs a key at school has one. Nobody asks what it is for.",
        "Five keys are out. One hangs on a ribbon with bats on it.", "value",
    ),
    Kept(
        "partly", "breaks", 560, ("full-in-january",), "Places that wait for you",
        "Four places on each Saturday are kept back until the week before.",
        "The four places are there. They are gone by the Monday, so we look for more.", "value",
    ),
    Kept(
        "yes", "breaks", 425, ("the-bag",), "Four eyes on each bag",
        "Two people look into each bag before it goes home, and both sign.",
        "Since then no bag has come home with anything that was not its own.", "welcome", True,
    ),
    Kept(
        "told", "breaks", 140, ("eleven-pages",), "A form that knows you",
        "Who has been with us before gets the old form back, and changes what is new.",
        "The form for those who come again has half a page.", "communicate", True,
    ),
)  # fmt: skip
"""What the board and the group for short breaks saw to since."""
