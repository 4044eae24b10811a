"""The way in for one side: its address in letters and as a square code, on a poster and in a letter."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO

import segno

from alongside.documents.paper import pdf, without_scheme
from alongside.look.dates import day

from ..framework import Audience
from ..reviews import Link

POSTER, LETTER = "charter/paper/poster.typ", "charter/paper/letter.typ"
ASKS = {
    Audience.FAMILIES: "How is it for your family at {}?",
    Audience.YOUNG_PEOPLE: "How is it for you at {}?",
    Audience.STAFF: "How do you see it at {}?",
}
"""The title, as each side would be asked."""
TO = {
    Audience.FAMILIES: "Dear parents and carers,",
    Audience.YOUNG_PEOPLE: "Hello,",
    Audience.STAFF: "Dear colleagues,",
}
WHY = {
    Audience.FAMILIES: "{} would like to see itself as families see it. Say how true a few statements are.",
    Audience.YOUNG_PEOPLE: "{} wants to know what it is like for you. Say how true a few sentences are.",
    Audience.STAFF: "Families and staff answer the same statements. So {} sees itself from both sides.",
}
PROMISES = (
    "You need no account, and we do not ask your name.",
    "No single answer is shown to anybody.",
    "What all of you say is shown when the round is over, from eight people on.",
    "Leave out whatever you cannot say.",
)
UNTIL = "You can answer until {}."
CODE = "Each family needs the code from its letter, and can answer once."


def code(link: Link, *, scale: int = 1) -> bytes:
    """The square code of that address, as a drawing: dark on white, its quiet edge around it."""
    held = BytesIO()
    segno.make(link.address, error="m", micro=False).save(
        held, kind="svg", border=4, scale=scale, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return held.getvalue()


@dataclass(frozen=True)
class WayIn:
    """What a poster and a letter for one side say."""

    title: str
    area: str
    side: str
    asks: str
    to: str
    why: str
    promises: list[str]
    until: str
    by_code: bool
    ring: str
    address: str
    shown_address: str
    code: str
    foot: str

    @classmethod
    def of(cls, link: Link) -> WayIn:
        """For this side of a round. No query beyond the round, its place and its area."""
        review, side = link.review, Audience(link.audience)
        place, area = review.organisation.name, review.area
        asks = ASKS[side].format(place)
        return cls(
            title=f"{asks} {link.get_audience_display()}",
            area=area.name,
            side=link.get_audience_display(),
            asks=asks,
            to=TO[side],
            why=WHY[side].format(place),
            promises=list(PROMISES),
            until=f"{until(link)} {CODE}" if link.by_code else until(link),
            by_code=link.by_code,
            ring=ring(area.person_to_ring, area.phone, area.hours),
            address=link.address,
            shown_address=without_scheme(link.address),
            code=code(link).decode(),
            foot=f"{place}, {review.reference}",
        )

    def poster(self, on: date) -> bytes:
        """One page for a wall."""
        return pdf(POSTER, asdict(self), on=on)

    def letter(self, on: date) -> bytes:
        """One page to take home."""
        return pdf(LETTER, asdict(self), on=on)


def until(link: Link) -> str:
    """The last day on which people are told that they can answer."""
    return UNTIL.format(day(link.review.until))


def ring(person: str, phone: str, hours: str) -> str:
    """Whom to ring, in a sentence; "" where nobody can be rung."""
    if not phone:
        return ""
    return f"Ring or text {person or 'us'} on {phone}{f', {hours}' if hours else ''}."
