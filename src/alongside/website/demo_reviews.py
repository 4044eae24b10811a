"""How Beck Lane and the Child Development Centre came to see themselves as families see them."""

from __future__ import annotations

from alongside.charter import demo as rounds
from alongside.charter.demo_rounds import CENTRE, SCHOOL_FIRST, SCHOOL_NOW, SCHOOL_SECOND

from .demo_town import Town


def reviews(town: Town) -> None:
    """Farah's school twice, the centre once; and a third round at the school is open just now."""
    n = town.n
    rounds.closed(n, town.ago(430), SCHOOL_FIRST)
    rounds.closed(n, town.ago(190), CENTRE, n.centre)
    rounds.closed(n, town.ago(85), SCHOOL_SECOND)
    begun = town.ago(9)
    rounds.answered(rounds.opened(n, begun), SCHOOL_NOW, begun, within=8)
