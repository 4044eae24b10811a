"""The co-ordinator's desk: whom to ring, what is late, whose yes is missing, what waits to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from alongside.charter.models import Comment
from alongside.messages.models import BY_HAND, Channel, Gone, Message, Stopped, WayBack
from alongside.people.models import Area, Organisation, Person, Role
from alongside.people.viewer import Viewer
from alongside.promises.models import Delivered, Promise, Verdict
from alongside.promises.promise import PromiseDoor
from alongside.promises.waiting import overdue
from alongside.safety.models import Reading
from alongside.safety.readings import ReadingDoor
from alongside.voice.filing import fileable_by
from alongside.voice.models import Consent, Story

from .chasing import missing_yeses
from .kinds import ON_TOP, PEOPLE, PROMISES, VOICES
from .numbers import counted, sentence
from .piles import Kind, Pile, a_few, all_of, listed
from .promised import of
from .reaching import ToReach, to_reach
from .silence import silent_in


def may_sit_there(viewer: Viewer, area: Area) -> bool:
    """Whether this is the desk of one of this area's co-ordinators or keepers."""
    return viewer.holds(Role.Name.COORDINATOR, Role.Name.KEEPER, area=area)


class Desk:
    """What lies on it now, or one of its piles as a whole. An empty pile is not there."""

    def __init__(self, area: Area, viewer: Viewer, at: datetime, only: str = "", after: str = "") -> None:
        self.area, self.viewer, self.at, self.after = area, viewer, at, after
        self.today = timezone.localdate(at)
        kinds = {kind.name: kind for kind in (*PEOPLE, *PROMISES, *VOICES)}
        self.only = kinds.get(only)

    @property
    def greeting(self) -> str:
        hour = timezone.localtime(self.at).hour
        return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"

    @property
    def stopped(self) -> list[Stopped]:
        """Ways by which nothing has gone since yesterday or longer."""
        return Stopped.overnight(self.at)

    # piles -----------------------------------------------------------------------------------------
    @cached_property
    def people(self) -> list[Pile]:
        """Whom to reach."""
        return self._piles(PEOPLE)

    @cached_property
    def promises(self) -> list[Pile]:
        """What is owed, and by whom."""
        return self._piles(PROMISES)

    @cached_property
    def voices(self) -> list[Pile]:
        """What was told and is on its way."""
        return self._piles(VOICES)

    @cached_property
    def whole(self) -> Pile | None:
        """The one pile that was asked for."""
        return self._pile(self.only) if self.only else None

    @property
    def reached(self) -> list[Person | WayBack]:
        """Of whom this page says how to reach them."""
        piles = [self.whole] if self.only else self.people
        rows = [row for pile in piles if pile and pile.kind.name in ("ring", "failed") for row in pile.rows]
        return [reader for row in rows if (reader := row.message.reader)]

    def _piles(self, kinds: Sequence[Kind]) -> list[Pile]:
        return [pile for kind in kinds if (pile := self._pile(kind)).count]

    def _pile(self, kind: Kind) -> Pile:
        lists: dict[str, Callable[[], Sequence[Any]]] = {
            "late": lambda: of(overdue(self._promises, self.at), self.at),
            "yes": lambda: missing_yeses(self.area, self.viewer),
            "silent": lambda: silent_in(self.area, self.at),
        }
        if kind.name in lists:
            return listed(kind, lists[kind.name](), self.only is not None)
        rows, by, behind = self._rows(kind.name)
        pile = all_of(kind, rows, by, self.after, behind) if self.only else a_few(kind, rows, by)
        return self._with_people(pile) if kind.name in ("ring", "write", "failed") else pile

    def _with_people(self, pile: Pile) -> Pile:
        found: list[ToReach] = to_reach(pile.rows)
        return Pile(pile.kind, found, pile.count, pile.whole, pile.more)

    def _rows(self, name: str) -> tuple[QuerySet[Any], Sequence[str], QuerySet[Any]]:
        """The things of one kind, their order, and the door behind which all of them lie."""
        if name in ("ring", "write", "failed"):
            return self._messages(name), ("due_at", "id"), Message.objects.visible_to(self.viewer)
        if name in ("read", "held"):
            return self._readings(name), ("since", "id"), self._all_readings
        if name == "ask":
            return self._to_ask, ("month", "id"), Story.objects.visible_to(self.viewer)
        by = {"accept": ("made_at", "id"), "check": ("due_on", "id")}[name]
        return self._to_accept if name == "accept" else self._to_check, by, self._promises

    def _messages(self, name: str) -> QuerySet[Message]:
        to_do = Message.objects.to_do(self.viewer).filter(area=self.area)
        if name == "failed":
            return to_do.filter(gone__how=Gone.How.FAILED).exclude(channel__in=BY_HAND)
        return to_do.filter(channel=Channel.CALL if name == "ring" else Channel.LETTER, gone=None)

    @property
    def _all_readings(self) -> ReadingDoor:
        """Without what people wrote in a review: its day would say who may have answered then."""
        readings = Reading.objects.filter(area=self.area).select_related("about", "held__by")
        about = fileable_by(self.viewer).filter(reading=OuterRef("pk"), reading__passed=None)
        found = readings.annotate(to_file=Subquery(about.values("pk")[:1]))
        told = found.exclude(pk__in=Comment.objects.values("reading"))
        return told.exclude(pk__in=Verdict.objects.of_today(self.today).values("reading"))

    def _readings(self, name: str) -> ReadingDoor:
        """Voices that no moderator has read, or that one keeps back."""
        return self._all_readings.waiting() if name == "read" else self._all_readings.kept_back()

    @cached_property
    def may_open(self) -> set[UUID]:
        """Those of the readings on this desk that its owner may open, being a moderator too."""
        if not self.viewer.holds(Role.Name.MODERATOR, area=self.area):
            return set()
        piles = [self.whole] if self.whole else self.voices
        shown = [row.pk for pile in piles for row in pile.rows if isinstance(row, Reading)]
        return set(Reading.objects.visible_to(self.viewer).filter(pk__in=shown).values_list("pk", flat=True))

    @property
    def _to_ask(self) -> QuerySet[Story]:
        """Voices that were read, whose teller lets the service answer, and whom nobody has asked yet."""
        may = Consent.objects.live(Consent.Use.SERVICE, self.today).values("story")
        unasked = Story.objects.recordable_by(self.viewer).filter(area=self.area, pk__in=may)
        open_ones = unasked.filter(asked=None, replies=None, withdrawals=None)
        services = open_ones.exclude(organisation__kind=Organisation.Kind.FORUM)
        return services.select_related("organisation")

    @property
    def _promises(self) -> PromiseDoor:
        return Promise.objects.visible_to(self.viewer).filter(area=self.area)

    @property
    def _to_accept(self) -> QuerySet[Promise]:
        """Written down, and whoever is asked has said neither yes nor no."""
        return self._promises.unanswered().select_related("organisation", "service_owner", "lived_owner")

    @property
    def _to_check(self) -> QuerySet[Promise]:
        """Said to be done, and nobody else has looked yet."""
        unseen = Delivered.objects.current().filter(checked=None).values("promise")
        return self._promises.filter(pk__in=unseen).select_related("organisation")

    # at a glance -----------------------------------------------------------------------------------
    @property
    def tally(self) -> list[dict[str, Any]]:
        """Up to four numbers on top, each a link to its card."""
        piles = sorted(self._all, key=lambda pile: ON_TOP.index(pile.kind.name))
        return [pile.tally for pile in piles[:4]]

    @property
    def _all(self) -> list[Pile]:
        return [*self.people, *self.promises, *self.voices]

    @property
    def in_a_sentence(self) -> str:
        """ "Three people are waiting for a call; two promises are late. The rest can wait."."""
        count = {pile.kind.name: pile.count for pile in self._all}
        said = []
        if calls := count.get("ring"):
            said.append(counted(calls, "person is waiting for a call", "people are waiting for a call"))
        if failed := count.get("failed"):
            said.append(counted(failed, "message did not arrive", "messages did not arrive"))
        if late := count.get("late"):
            said.append(counted(late, "promise is late", "promises are late"))
        if not said:
            return "Nobody waits for a call, and no promise is late."
        return sentence(f"{'; '.join(said)}. The rest can wait.")
