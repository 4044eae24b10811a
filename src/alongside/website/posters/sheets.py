"""One invitation on paper: A4 for a wall, A5 for a table, ten cards on a sheet to cut."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO

import segno

from alongside.documents.paper import pdf
from alongside.people.models import Area

from .invites import Invite

POSTER, CARDS = "website/posters/poster.typ", "website/posters/cards.typ"
SIZES = {"a4": "A poster, A4", "a5": "A leaflet, A5", "cards": "Ten small cards to cut"}
"""By the name that stands in the address: what each is called."""


@dataclass(frozen=True)
class Sheet:
    """What it says."""

    title: str
    area: str
    called: str
    asks: str
    why: str
    promises: list[str]
    in_short: str
    ring: str
    address: str
    shown_address: str
    code: str
    foot: str

    @classmethod
    def of(cls, invite: Invite, area: Area, address: str) -> Sheet:
        """This invitation in this area. Asks the database for nothing."""
        hours = f", {area.hours}" if area.hours else ""
        return cls(
            title=f"{invite.called}, {area.name}",
            area=area.name,
            called=invite.called,
            asks=invite.asks.format(area.name),
            why=invite.why.format(area.name),
            promises=list(invite.promises),
            in_short=invite.in_short,
            ring=f"Ring or text {area.person_to_ring or 'us'} on {area.phone}{hours}." if area.phone else "",
            address=address,
            shown_address=address.partition("://")[2].rstrip("/"),
            code=square(address),
            foot=f"{invite.called}, {area.name}",
        )

    def pdf(self, size: str, on: date) -> bytes:
        """In one of ``SIZES``."""
        return pdf(CARDS if size == "cards" else POSTER, {**asdict(self), "size": size}, on=on)


def square(address: str) -> str:
    """The square code of an address, as a drawing: dark on white, its quiet edge around it."""
    held = BytesIO()
    segno.make(address, error="m", micro=False).save(
        held, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return held.getvalue().decode()
