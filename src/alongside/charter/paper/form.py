"""What one side is asked, on paper. The numbers are those of the page on which it is typed in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from alongside.documents.paper import pdf, without_scheme

from ..framework import Audience, Framework
from ..reviews import Link
from ..said import CANNOT_SAY
from .ways_in import ASKS, ring, until

TEMPLATE, TABLE_SHEET = "charter/paper/form.typ", "charter/paper/table.typ"
HOW = "Put a cross in one box for each sentence. Leave out whatever you cannot say."
OPEN_HOW = "Talk about it around the table. Write what you agree on, and what you see differently too."
WHO_READS = (
    "Do not write your name, or anybody else's.",
    "Somebody at the forum types this in. Nobody notes down who it came from.",
    "What all of you say is shown when the round is over, from eight people on.",
    "Your own words are read by a moderator before anybody else sees them.",
)


@dataclass(frozen=True)
class Form:
    """A sheet for one side. ``levels`` are numbered from 1, and 0 is *cannot say*; statements from 1 on."""

    title: str
    area: str
    side: str
    asks: str
    how: str
    levels: list[str]
    skip: str
    sections: list[dict[str, Any]]
    questions: list[str]
    who_reads: list[str]
    back: list[str]
    is_open: bool
    foot: str

    @classmethod
    def of(cls, link: Link) -> Form:
        """For this side of a round. No query beyond the round, its place and its area."""
        review, side = link.review, Audience(link.audience)
        framework, place = review.framework, review.organisation.name
        asks, name = ASKS[side].format(place), link.get_audience_display()
        return cls(
            title=f"{asks} On paper, for {name.lower()}",
            area=review.area.name,
            side=name,
            asks=asks,
            how=OPEN_HOW if framework.is_open else HOW,
            levels=[level.label for level in framework.levels],
            skip=CANNOT_SAY,
            sections=_sections(framework, side),
            questions=[question.asks for question in framework.questions],
            who_reads=list(WHO_READS),
            back=_back(link),
            is_open=framework.is_open,
            foot=f"{place}, {review.reference}, {name}",
        )

    def pdf(self, on: date, *, large: bool = False) -> bytes:
        """To be printed; ``large`` in letters of 18 points."""
        template = TABLE_SHEET if self.is_open else TEMPLATE
        return pdf(template, {**asdict(self), "large": large}, on=on)


def _sections(framework: Framework, side: Audience) -> list[dict[str, Any]]:
    """Each section with its numbered statements; those that do not ask this side anything are left out."""
    numbered, number = [], 0
    for section in framework.sections:
        said = section.asked_of(side)
        if said or framework.is_open:
            rows = [{"number": number + place, "words": one.says(side)} for place, one in enumerate(said, 1)]
            numbered.append({"name": section.name, "stone": section.cornerstone, "statements": rows})
            number += len(said)
    return numbered


def _back(link: Link) -> list[str]:
    """How it comes back, and what to do instead of writing."""
    area = link.review.area
    place = link.review.organisation.name
    said = [f"Fold it and put it in the box or envelope for the forum. Then nobody at {place} reads it."]
    said.append(f"Or answer on a phone or computer, and not here too: {without_scheme(link.address)}")
    said.append(until(link))
    if rings := ring(area.person_to_ring, area.phone, area.hours):
        said.append(f"Would you rather say it? {rings}")
    return said
