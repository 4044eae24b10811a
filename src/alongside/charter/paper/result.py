"""A closed round as data for paper: what its page says, in the same words and the same order."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.urls import reverse

from alongside.documents.paper import pdf, without_scheme
from alongside.look.dates import short_day
from alongside.messages.say import link
from alongside.people.days import day_of

from .. import said
from ..result import Result
from ..reviews import Review
from .parts import (
    Part,
    Table,
    Words,
    changed,
    everything,
    parts_of,
    scale_of,
    words_of,
)
from .promised import About, promised_of
from .talks import Talk, talks_of

QUESTIONS = ("What is good here?", "What would make it even better?")
HEADINGS = {
    "promised_heading": said.PROMISED,
    "words_heading": said.WORDS,
    "read_first": said.READ_FIRST,
    "talk_heading": said.TALK,
}
TEMPLATE = "charter/paper/result.typ"


@dataclass(frozen=True)
class Printed:
    """The whole of it, in the order in which it stands on paper."""

    title: str
    area: str
    caption: str
    heading: str
    lead: str
    people: list[str]
    scale: str
    parts: list[Part]
    promised: list[About]
    as_of: str
    words: list[Words]
    table: Table | None
    changed: Table | None
    talk: str
    talks: list[Talk]
    questions: list[str]
    address: str
    shown_address: str
    ends: str
    foot: str
    on: date

    @classmethod
    def of(cls, review: Review, at: datetime) -> Printed:
        """What everybody may see of this round at this moment, for paper. As many queries as its page."""
        result, on = Result.of(review), day_of(review.closed.at)
        address = link(reverse("charter:review", args=[review.pk]))
        shown = without_scheme(address)
        return cls(
            title=f"{review.organisation}, seen from all sides",
            area=review.area.name,
            caption=f"{review}, {review.reference}",
            heading=f"How {review.organisation} is, seen from all sides",
            lead=said.LEAD if result.rows else said.OPEN_LEAD,
            people=_who(result),
            scale=scale_of(review.framework),
            parts=list(parts_of(result)),
            promised=promised_of(result, at),
            as_of=f"As it stood on {short_day(at)}.",
            words=list(words_of(result)),
            table=everything(result.figure),
            changed=changed(result),
            talk=said.TO_TALK_ABOUT.format(result.too_few) if result.too_few else "",
            talks=list(talks_of(result)),
            questions=list(QUESTIONS),
            address=address,
            shown_address=shown,
            ends=f"Snapshot of {short_day(on)}. What is true today is on the page ",
            foot=f"Snapshot of {short_day(on)}. What is true today is at {shown}",
            on=on,
        )

    def pdf(self) -> bytes:
        """As a PDF that a screen reader can read."""
        return pdf(TEMPLATE, {**asdict(self), **HEADINGS, "on": short_day(self.on)}, on=self.on)


def _who(result: Result) -> list[str]:
    """About how many of each side, and when, as under the page's title."""
    sides = [f"{many.capitalize()} {side} answered" for many, side in result.took_part]
    return [*sides, result.when]
