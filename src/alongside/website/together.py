"""You said, together we did: what was promised in an area and what came of it, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from alongside.look import paging
from alongside.look.dates import month as month_in_words
from alongside.people.models import Area
from alongside.people.viewer import NOBODY
from alongside.promises.models import Delivered, Promise, Reason
from alongside.promises.promise import PromiseDoor

from .choosing import Chosen
from .promised import Standing, of, standing
from .quotes import Quote, quotes
from .showed import Showed, showed

PAGE = 20


@dataclass(frozen=True)
class Entry:
    """One row: what was said, what we did, where it stands. ``look`` draws it."""

    standing: Standing
    quote: Quote | None
    show_corner: bool = False
    by_whom: bool = True
    showed: str = ""

    @property
    def title(self) -> str:
        return self.standing.promise.title

    @property
    def href(self) -> str:
        return self.standing.href

    @property
    def cornerstone(self) -> str:
        return self.standing.promise.cornerstone

    @property
    def said(self) -> str:
        return f"“{self.quote.words.strip()}”" if self.quote else ""

    @property
    def did_label(self) -> str:
        """What stands above what came of it: nobody did yet what is still to do, or never will."""
        if self.standing.promise.is_refused:
            return "The answer"
        return "Together we did" if self.standing.promise.round else "Together we will"

    @property
    def did(self) -> str:
        return self.standing.did

    @property
    def state(self) -> str:
        return self.standing.state.text

    @property
    def sign(self) -> str:
        return self.standing.state.sign

    @property
    def tone(self) -> str:
        return self.standing.state.tone

    @property
    def meta(self) -> list[str]:
        """Whose promise it is, and the month of the latest news."""
        promise = self.standing.promise
        whose = [promise.organisation.name] if self.by_whom else []
        return [*whose, month_in_words(promise.month)]


@dataclass(frozen=True)
class Page:
    """One page of entries, and the addresses of its neighbours."""

    entries: list[Entry]
    older: str
    newer: str


def newest(area: Area, at: datetime, most: int) -> list[Entry]:
    """What changed lately: the newest promises that are done, and somebody has looked."""
    seen = Delivered.objects.current().filter(checked__isnull=False)
    done = _public(area).filter(pk__in=seen.values("promise"))
    rows = _with_quotes(standing(done.order_by("-month", "-id")[:most], at), at)
    because = showed(one.promise for one, _ in rows)
    return [_entry(one, quote, because.get(one.promise.pk), show_corner=True) for one, quote in rows]


def page_of(area: Area, at: datetime, chosen: Chosen, after: str) -> Page:
    """The entries after a key (month, id), which names a place in the list and no moment."""
    found = _public(area)
    if chosen.organisation:
        found = found.filter(organisation=chosen.organisation)
    if chosen.cornerstones:
        found = found.filter(cornerstone__in=chosen.cornerstones)
    page = paging.page(found.with_rounds(), ("-month", "-id"), after, many=PAGE)
    rows, because = _with_quotes(of(page.rows, at), at), showed(page.rows)
    entries = [_entry(one, quote, because.get(one.promise.pk)) for one, quote in rows]
    return Page(entries, page.older(asked=chosen.query), paging.address(chosen.query) if after else "")


def _public(area: Area) -> PromiseDoor:
    """The same list for everyone: what nobody has taken on yet is not on it."""
    return Promise.objects.visible_to(NOBODY).filter(area=area)


def _with_quotes(rows: list[Standing], at: datetime) -> list[tuple[Standing, Quote | None]]:
    behind = Reason.objects.stories_behind(one.promise for one in rows)
    said = quotes({story for stories in behind.values() for story in stories}, timezone.localdate(at))
    first = {
        promise: next((quote for story, quote in said.items() if story in stories), None)
        for promise, stories in behind.items()
    }
    return [(one, first[one.promise.pk]) for one in rows]


def _entry(one: Standing, quote: Quote | None, because: Showed | None, show_corner: bool = False) -> Entry:
    words = because.words if because else ""
    return Entry(one, quote, show_corner, by_whom=not show_corner, showed=words)
