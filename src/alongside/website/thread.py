"""The thread of a promise: seven steps from the first words to whether it helped."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.utils import timezone

from alongside.groups.models import Agreement, Decision, Stand
from alongside.people.viewer import Viewer
from alongside.promises.deeds import Deed, deeds
from alongside.promises.models import Delivered, Promise, Reason, Told, Verdict
from alongside.voice.models import Basis, Story

from .heard import answers_of, how_many_said
from .quotes import Quote, quotes
from .working import together

MOST_QUOTES = 3
MEANS = {
    "yes": "Those who asked for it say that it helped, so the promise is closed.",
    "half": "It helped in part, so we stay on it.",
    "wait": "It is too soon to say. We ask again.",
}
NOBODY_SAID = "Nobody who asked for it has said anything for eight weeks. A word from them opens it again."


class Thread:
    """Reads what happened step by step, as far as this viewer may see it. About fifteen queries."""

    def __init__(self, promise: Promise, viewer: Viewer, at: datetime) -> None:
        self.promise, self.viewer, self.at = promise, viewer, at
        self.today = timezone.localdate(at)
        self.state = promise.state(at)

    # why it was promised ---------------------------------------------------------------------------
    @cached_property
    def reasons(self) -> list[Reason]:
        """The rows that say why it was made."""
        return list(Reason.objects.filter(promise=self.promise))

    @cached_property
    def decision(self) -> Decision | None:
        """The decision behind it, if this viewer may open it."""
        ids = [reason.decision_id for reason in self.reasons if reason.decision_id]
        door = Decision.objects.visible_to(self.viewer).filter(pk__in=ids)
        return door.select_related("group", "taken__wording__text").first()

    @cached_property
    def bases(self) -> list[Basis]:
        """What the decision rests on."""
        ids = [reason.decision_id for reason in self.reasons if reason.decision_id]
        return list(Basis.objects.filter(decision__in=ids, story__isnull=False).select_related("story"))

    @cached_property
    def stories(self) -> set[UUID]:
        """Every story it goes back to. Never shown as a list: some of them are for nobody here."""
        named = {reason.story_id for reason in self.reasons if reason.story_id}
        return named | {basis.story_id for basis in self.bases if basis.story_id}

    # 1 said ----------------------------------------------------------------------------------------
    @cached_property
    def quotes(self) -> list[Quote]:
        """What everyone may read of it, three voices at most."""
        return list(quotes(self.stories, self.today).values())[:MOST_QUOTES]

    @cached_property
    def also_yours(self) -> list[Story]:
        """Further stories that this viewer may open, though not everyone may."""
        shown = {quote.story for quote in self.quotes}
        rest = [story for story in self.stories if story not in shown]
        return list(Story.objects.visible_to(self.viewer).filter(pk__in=rest).order_by("month", "id")[:10])

    @cached_property
    def how_many(self) -> str:
        """How many said it, as far as that may be known; counted once, when it was decided."""
        return how_many_said(self.promise, self.bases, self.decision)

    @cached_property
    def began(self) -> date | None:
        """The month in which somebody first said it."""
        months = [basis.story.month for basis in self.bases if basis.story]
        return min(months, default=None)

    # 2 understood, 3 decided -----------------------------------------------------------------------
    @cached_property
    def understood(self) -> date | None:
        """When a group first took what was said as the ground of a decision."""
        return min((timezone.localdate(basis.at) for basis in self.bases), default=None)

    @cached_property
    def agreed(self) -> str:
        """The partners that agreed to the same words."""
        if self.decision is None or not self.decision.is_taken:
            return ""
        given = Agreement.objects.filter(wording__taken__decision=self.decision)
        return together(given.order_by("partner__place").values_list("partner__name", flat=True))

    @cached_property
    def kept_beside_it(self) -> list[Stand]:
        """Concerns and standing aside: dissent is kept beside the outcome."""
        if self.decision is None:
            return []
        aside = (Stand.How.CONCERN, Stand.How.ASIDE)
        return list(Stand.objects.filter(wording__taken__decision=self.decision, how__in=aside))

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
        return answers_of(self.latest, self.tellings, self.at) if self.latest else []

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
        steps = {
            "helped": self.has_ended,
            "told": bool(self.tellings),
            "done": self.latest is not None,
            "promised": self.promised,
            "decided": bool(self.agreed),
            "understood": self.understood is not None,
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
