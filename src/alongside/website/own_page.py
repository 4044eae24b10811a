"""The teller's own page: everything its holder may know and do, behind one secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.people.viewer import Viewer
from alongside.promises.forms import WordsForm
from alongside.promises.models import Told, Verdict
from alongside.promises.pressing import PRESSES

from .told import MyStory, my_stories

ARRIVED = (Gone.How.SENT, Gone.How.BY_HAND, Gone.How.KEPT)


@dataclass(frozen=True)
class Question:
    """*Did it help?* about one promise, with what was said to it so far."""

    told: Told
    verdict: Verdict | None
    may_change: bool
    action: str

    @property
    def id(self) -> str:
        """What its box is called on the page."""
        return f"helped-{self.told.pk}"

    @property
    def form(self) -> WordsForm:
        """Words to go with the answer; several may stand on one page."""
        return WordsForm(auto_id=f"{self.told.pk}-%s")


class OwnPage:
    """What stands behind one way back."""

    answers = PRESSES

    def __init__(self, way_back: WayBack, token: str, viewer: Viewer, at: datetime) -> None:
        self.way_back, self.token, self.viewer, self.at = way_back, token, viewer, at
        self.today = timezone.localdate(at)

    @cached_property
    def stories(self) -> list[MyStory]:
        """What was told through this way back."""
        return my_stories(self.viewer, self.at)

    @cached_property
    def tellings(self) -> list[Told]:
        """What came of it, promise by promise."""
        return Told.all_of(self.way_back)

    @cached_property
    def open_questions(self) -> list[Question]:
        """Those that wait for one press."""
        return [one for one in self.questions if one.verdict is None]

    @cached_property
    def answered(self) -> list[Question]:
        """Those that were answered."""
        return [one for one in self.questions if one.verdict is not None]

    @cached_property
    def questions(self) -> list[Question]:
        """Every question this teller was asked, the newest first."""
        last = {}
        said = Verdict.objects.filter(told__in=self.tellings).order_by("number")
        acted_on = said.select_related("answered", "told__delivered__reopened", "told__delivered__promise")
        for verdict in acted_on.prefetch_related("told__delivered__promise__deliveries"):
            last[verdict.told_id, verdict.number] = verdict
        return [self._question(told, last.get((told.pk, told.number))) for told in self.tellings]

    def _question(self, told: Told, verdict: Verdict | None) -> Question:
        action = reverse("promises:verdict_by_link", args=[self.token, told.pk])
        return Question(told, verdict, verdict is not None and verdict.may_change(self.today), action)

    @cached_property
    def news(self) -> list[Message]:
        """What we have told them, where this page is the only place to read it."""
        if self.way_back.channel != Channel.LINK:
            return []
        arrived = self.way_back.messages.filter(gone__how__in=ARRIVED)
        return list(arrived.exclude(kind="thanks").order_by("-said_at")[:20])

    @property
    def consents_action(self) -> str:
        """Where a consent is taken back."""
        return reverse("voice:consents", args=[self.token])
