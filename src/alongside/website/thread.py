"""The thread of a promise: seven steps from the first words to whether it helped."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property

from alongside.people.viewer import Viewer
from alongside.promises.days import CLOSE
from alongside.promises.deeds import Deed, deeds
from alongside.promises.models import Delivered, Promise, Told, Verdict

from .grounds import MOST_QUOTES, Grounds
from .heard import answers_of
from .numbers import weeks

MEANS = {
    "yes": "Most of those who answered say that it helped, so the promise is closed.",
    "half": "It helped in part, so we stay on it.",
    "wait": "It is too soon to say. We ask again.",
}
NOBODY_SAID = (
    f"Nobody who asked for it has said anything for {weeks(CLOSE)}. A word from them opens it again."
)


class Thread(Grounds):
    """Reads what happened step by step, as far as this viewer may see it."""

    def __init__(self, promise: Promise, viewer: Viewer, at: datetime) -> None:
        super().__init__(promise, viewer, at)
        self.state = promise.state(at)

    # 4 promised, 5 done, 6 told ----------------------------------------------------------------------
    @property
    def promised(self) -> bool:
        """Whether somebody there has taken it on."""
        return self.promise.is_accepted

    @property
    def latest(self) -> Delivered | None:
        """The round that stands: the last one, unless it was opened again."""
        return None if self.promise.is_open else self.promise.round

    @property
    def earlier(self) -> list[Delivered]:
        """Rounds that ended with the promise open again."""
        return [one for one in self.promise.deliveries.all() if one.is_reopened]

    @property
    def is_checked(self) -> bool:
        """Whether somebody else has looked; in the same moment everyone was told."""
        return self.latest is not None and self.latest.is_checked

    @property
    def told_on(self) -> datetime | None:
        """When the tellers were told: when it was checked."""
        return self.latest.checked.at if self.latest is not None and self.latest.is_checked else None

    @cached_property
    def tellings(self) -> list[Told]:
        """Who was told in the round that stands; the page says whether, never who."""
        if self.latest is None:
            return []
        return list(Told.objects.filter(delivered=self.latest).select_related("message__gone"))

    @property
    def all_told(self) -> bool:
        """Whether each message has left, or a human has rung or written."""
        return all(hasattr(told.message, "gone") for told in self.tellings)

    # 7 did it help -----------------------------------------------------------------------------------
    @cached_property
    def answers(self) -> list[str]:
        """What those who were told said to it, in sentences that give nobody away."""
        return answers_of(self.latest, self.at) if self.latest else []

    @cached_property
    def words(self) -> list[str]:
        """What tellers said to it that everyone may read: they said so, and a moderator has read it."""
        if self.latest is None:
            return []
        shown = Verdict.objects.shown().filter(told__delivered=self.latest).order_by("reading__since", "id")
        return [verdict.words for verdict in shown[:MOST_QUOTES]]

    @property
    def has_ended(self) -> bool:
        """Whether anybody has said if it helped, or eight weeks have gone by without a word."""
        return bool(self.answers) or hasattr(self.latest, "not_confirmed")

    @property
    def ended_in(self) -> date | None:
        """The month in which those who asked last said something to it."""
        return self.promise.month if self.has_ended else None

    @property
    def what_that_means(self) -> str:
        """What follows for the promise."""
        return MEANS.get(self.state.sign, "") if self.answers else NOBODY_SAID

    @cached_property
    def yours(self) -> list[Deed]:
        """What this viewer can do now."""
        return deeds(self.promise, self.viewer, self.at)

    # how far -----------------------------------------------------------------------------------------
    @cached_property
    def reached(self) -> str:
        """The last step that was reached."""
        offer = self.promise.is_offer
        steps = {
            "refused": self.promise.is_refused,
            "helped": self.has_ended,
            "told": bool(self.tellings) or (offer and self.is_checked),
            "done": self.latest is not None,
            "promised": self.promised,
            "decided": bool(self.agreed),
            "understood": self.understood is not None or offer,
        }
        return next((step for step, done in steps.items() if done), "said")

    @property
    def now(self) -> dict[str, bool]:
        """Which step carries the ring."""
        return {self.reached: True}

    @cached_property
    def months_it_took(self) -> int | None:
        """From the month of the first words to that of the yes; stories have no day."""
        if self.began is None or self.state.sign != "yes":
            return None
        return (self.promise.month.year - self.began.year) * 12 + self.promise.month.month - self.began.month
