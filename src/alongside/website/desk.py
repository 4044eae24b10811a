"""The co-ordinator's desk: whom to ring, what waits to be read, what is late, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from alongside.messages.models import BY_HAND, Channel, Gone, Message
from alongside.messages.task import Task, task_of
from alongside.people.models import Area, Organisation, Role
from alongside.people.viewer import Viewer
from alongside.promises.models import Delivered, Promise
from alongside.promises.promise import PromiseDoor
from alongside.promises.waiting import overdue
from alongside.safety.models import Reading
from alongside.voice.models import Consent, Story

from .numbers import counted, sentence
from .promised import Standing, of, standing
from .silence import Silence, silent_in

MOST = 20


def may_sit_there(viewer: Viewer, area: Area) -> bool:
    """Whether this is the desk of one of this area's co-ordinators or keepers."""
    return viewer.holds(Role.Name.COORDINATOR, Role.Name.KEEPER, area=area)


@dataclass(frozen=True)
class Pile:
    """Some of the things of one kind, and how many there are."""

    rows: list[Any]
    count: int

    @classmethod
    def of(cls, things: QuerySet[Any]) -> Pile:
        """The first twenty; counted apart only when there are more."""
        rows = list(things[: MOST + 1])
        return cls(rows[:MOST], len(rows) if len(rows) <= MOST else things.count())

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


class Desk:
    """What lies on it now. Each pile is asked for once."""

    def __init__(self, area: Area, viewer: Viewer, at: datetime) -> None:
        self.area, self.viewer, self.at = area, viewer, at
        self.today = timezone.localdate(at)

    @property
    def greeting(self) -> str:
        hour = timezone.localtime(self.at).hour
        return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"

    # people ----------------------------------------------------------------------------------------
    @property
    def _to_do(self) -> QuerySet[Message]:
        return Message.objects.to_do(self.viewer).filter(area=self.area)

    @cached_property
    def calls(self) -> Pile:
        """People to ring."""
        return Pile.of(self._to_do.filter(channel=Channel.CALL, gone=None))

    @property
    def to_ring(self) -> list[tuple[Message, Task]]:
        """Whom to ring, and the words for it."""
        return [(message, task_of(message)) for message in self.calls.rows]

    @property
    def to_write(self) -> list[tuple[Message, Task]]:
        """Whom to write to."""
        return [(message, task_of(message)) for message in self.letters.rows]

    @property
    def to_reach(self) -> list[tuple[Message, Task]]:
        """Whom to reach another way."""
        return [(message, task_of(message)) for message in self.failed.rows]

    @cached_property
    def letters(self) -> Pile:
        """Letters to write."""
        return Pile.of(self._to_do.filter(channel=Channel.LETTER, gone=None))

    @cached_property
    def failed(self) -> Pile:
        """What could not be sent, so that somebody has to reach the person by hand."""
        return Pile.of(self._to_do.filter(gone__how=Gone.How.FAILED).exclude(channel__in=BY_HAND))

    # voices ----------------------------------------------------------------------------------------
    @cached_property
    def unread(self) -> Pile:
        """Voices that no moderator has read yet."""
        return Pile.of(Reading.objects.waiting().filter(area=self.area).select_related("about"))

    @cached_property
    def held(self) -> Pile:
        """Voices that a moderator keeps back for now."""
        kept = Reading.objects.kept_back().filter(area=self.area)
        return Pile.of(kept.select_related("about", "held__by"))

    @cached_property
    def may_open(self) -> set[UUID]:
        """Those of the readings on this desk that its owner may open, being a moderator too."""
        shown = [reading.pk for pile in (self.unread, self.held) for reading in pile.rows]
        return set(Reading.objects.visible_to(self.viewer).filter(pk__in=shown).values_list("pk", flat=True))

    @cached_property
    def to_ask(self) -> Pile:
        """Voices that were read, whose teller lets the service answer, and whom nobody has asked yet."""
        may = Consent.objects.live(Consent.Use.SERVICE, self.today).values("story")
        unasked = Story.objects.recordable_by(self.viewer).filter(area=self.area, pk__in=may)
        open_ones = unasked.filter(asked=None, replies=None, withdrawals=None)
        services = open_ones.exclude(organisation__kind=Organisation.Kind.FORUM)
        return Pile.of(services.select_related("organisation").order_by("month", "id"))

    # promises --------------------------------------------------------------------------------------
    @cached_property
    def late(self) -> list[Standing]:
        """Promises whose day has passed, the longest late first."""
        return of(overdue(self._promises, self.at), self.at)

    @cached_property
    def to_check(self) -> list[Standing]:
        """Said to be done, and nobody else has looked yet."""
        unseen = Delivered.objects.current().filter(checked=None).values("promise")
        return standing(self._promises.filter(pk__in=unseen).order_by("due_on")[:MOST], self.at)

    @property
    def _promises(self) -> PromiseDoor:
        return Promise.objects.visible_to(self.viewer).filter(area=self.area)

    @cached_property
    def silent(self) -> list[Silence]:
        """Organisations that were asked and have not answered for 30 days."""
        return silent_in(self.area, self.at)

    # at a glance -----------------------------------------------------------------------------------
    @property
    def tally(self) -> list[dict[str, Any]]:
        """The four numbers on top, each a link to its list."""
        rows = [
            (self.calls.count, "person to ring", "people to ring", "#ring"),
            (self.unread.count, "voice to read", "voices to read", "#read"),
            (len(self.late), "promise overdue", "promises overdue", "#late"),
            (len(self.silent), "silent service", "silent services", "#silent"),
        ]
        return [{"count": n, "text": one if n == 1 else many, "href": href} for n, one, many, href in rows]

    @property
    def in_a_sentence(self) -> str:
        """ "Three people are waiting for a call; two promises are late. The rest can wait."."""
        said = []
        if calls := self.calls.count:
            said.append(counted(calls, "person is waiting for a call", "people are waiting for a call"))
        if late := len(self.late):
            said.append(counted(late, "promise is late", "promises are late"))
        if not said:
            return "Nobody waits for a call, and no promise is late."
        return sentence(f"{'; '.join(said)}. The rest can wait.")
