"""Rounds at Farah's school, through the real verbs. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.people.demo import Netherby

from .answers import Filled, Sheet, hand_in
from .editions import Edition
from .framework import Audience
from .frameworks import found
from .reviews import Review

WEEKS = timedelta(days=21)


def opened(n: Netherby, at: datetime) -> Review:
    """Farah opens a round for her school, with the four cornerstones."""
    return Review.open(n.school, Edition.of(found()["cornerstones", "2026-11"]), n.farah, at)


def closed(n: Netherby, at: datetime) -> Review:
    """Three weeks later she closes it: twelve families and ten of the staff have answered."""
    review = opened(n, at)
    for number in range(12):
        clear = "mostly" if number < 4 else "sometimes"
        said = Filled({"heard": "mostly", "safe": "always", "clear": clear})
        hand_in(review, Audience.FAMILIES, said, at + timedelta(days=number))
    for number in range(10):
        how = Sheet.How.PAPER if number % 2 else Sheet.How.LINK
        said = Filled({"heard": "always", "safe": "always", "clear": "always"})
        hand_in(review, Audience.STAFF, said, at + timedelta(days=number), how=how)
    review.close(n.farah, at + WEEKS)
    return review
