"""Telling those who said it what came of it, and what they say to that."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

from alongside.messages.models import Gone, Message, WayBack, digest
from alongside.people.errors import Refused
from alongside.people.models import Person, Role
from alongside.safety.models import Reading
from alongside.voice.models import Story

from .errors import SomethingMissing
from .rounds import Answered, Delivered

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer


class Told(models.Model):
    """One teller is told of one round. Exists only together with the message that tells.

    Two secrets open its page: the one in the first message, and the one in the message that asks again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivered = models.ForeignKey(Delivered, models.CASCADE, related_name="tellings")
    story = models.ForeignKey(Story, models.CASCADE, related_name="+")
    way_back = models.ForeignKey(WayBack, models.PROTECT, related_name="+")
    message = models.OneToOneField(Message, models.PROTECT, related_name="+")
    voice = models.UUIDField()  # the same for all that one person told: in a round they count once
    from_within = models.BooleanField(default=False)  # an owner or who works there: told, but no judge of it
    token_digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    asked_again = models.OneToOneField(Message, models.PROTECT, null=True, blank=True, related_name="+")
    again_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivered", "story"], name="a_teller_is_told_once_a_round"),
            models.CheckConstraint(
                condition=Q(asked_again=None, again_digest=None)
                | Q(asked_again__isnull=False, again_digest__isnull=False),
                name="asking_again_is_a_message_with_its_own_secret",
            ),
        ]

    def __str__(self) -> str:
        return "told"

    @classmethod
    def behind(cls, token: str) -> Told | None:
        """The telling that this secret opens, or none. A way back that was closed opens nothing any more."""
        secret = digest(token.strip().lower())
        return cls._open().filter(Q(token_digest=secret) | Q(again_digest=secret)).first()

    @classmethod
    def of(cls, way_back: WayBack, pk: uuid.UUID) -> Told | None:
        """The telling with this id, if it is for the holder of this way back."""
        return cls._open().filter(pk=pk, way_back=way_back).first()

    @classmethod
    def all_of(cls, way_back: WayBack) -> list[Told]:
        """Everything the holder of this way back has been told, newest first: for their own page."""
        return list(cls._open().filter(way_back=way_back).order_by("-at"))

    @classmethod
    def _open(cls) -> models.QuerySet[Told, Told]:
        return cls.objects.filter(way_back__closed_at=None, story__reading__dropped=None).select_related(
            "way_back",
            "delivered__text",
            "delivered__promise__organisation",
            "delivered__promise__area",
            "delivered__promise__text",
            "story__happened",
            "story__good",
            "story__better",
        )

    @property
    def number(self) -> int:
        """Which verdict it is time for: the first, or the one after asking again."""
        return 2 if self.asked_again_id else 1

    @property
    def verdict(self) -> Verdict | None:
        """What was said to the question that stands now, if anything."""
        return self.verdicts.filter(number=self.number).first()

    @property
    def before(self) -> Verdict | None:
        """What was said the first time, once we have asked again."""
        return self.verdicts.filter(number__lt=self.number).first()

    @property
    def reached_at(self) -> datetime | None:
        """When the news left us. A call or a letter has reached nobody until a person has done it, and
        what could not be sent has reached nobody until a person has told them in another way."""
        gone: Gone | None = getattr(self.message, "gone", None)
        if gone is not None and gone.how == Gone.How.FAILED:
            return None
        if gone is not None and (self.message.is_by_hand or gone.how == Gone.How.BY_HAND):
            return gone.at
        return None if self.message.is_by_hand else self.at

    def say(self, answer: str, words: str, on: date, *, may_show: bool = False) -> Verdict:
        """The teller's verdict: one press. Said again, it is changed, as long as nobody acted on it."""
        from .saying import say

        return say(self, answer, words, on, may_show=may_show)


class VerdictDoor(models.QuerySet["Verdict"]):
    """Whose task verdicts are: they are words of few people. Which story they are about is behind no page."""

    def visible_to(self, viewer: Viewer, on: date | None = None) -> VerdictDoor:
        """Both owners and the co-ordinator; and the moderators, as long as words wait to be shown."""
        if viewer.person is None:
            return self.none()
        return self.filter(_to_answer(viewer) | _to_read(viewer, on))

    def to_answer(self, viewer: Viewer) -> VerdictDoor:
        """For the owners, who answer a *no*, and the co-ordinator, who sees to it."""
        return self.filter(_to_answer(viewer))

    def to_read(self, viewer: Viewer, on: date | None = None) -> VerdictDoor:
        """Words that may be shown once a moderator has read them: not one who works there.

        From the day after they were written: a moderator who watches the list learns no hour either.
        """
        return self.filter(_to_read(viewer, on))

    def of_today(self, on: date | None = None) -> VerdictDoor:
        """Those whose words are of this day: nobody else knows of them yet."""
        return self.filter(reading__since__gte=on or localdate())

    def shown(self) -> VerdictDoor:
        """Words that everyone may read: their teller said so, and a moderator has passed them."""
        return self.filter(may_show=True, reading__passed__isnull=False).exclude(Q(words="") | Q(counted=""))

    def to_count(self, today: date) -> VerdictDoor:
        """Presses of the days before this one that do not count yet."""
        return self.filter(on__lt=today).exclude(counted=F("answer"))


def _to_answer(viewer: Viewer) -> Q:
    promise = "told__delivered__promise"
    theirs = (
        Q(**{f"{promise}__lived_owner": viewer.person})
        | Q(**{f"{promise}__service_owner": viewer.person})
        | Q(**{f"{promise}__area__in": viewer.areas_as(Role.Name.COORDINATOR)})
    )
    return theirs & ~Q(counted="")


def _to_read(viewer: Viewer, on: date | None) -> Q:
    theirs = Reading.objects.visible_to(viewer).filter(since__lt=on or localdate())
    return Q(may_show=True, reading__in=theirs.values("pk"))


class Verdict(models.Model):
    """What a teller says to it: the first time, and when asked again after four weeks."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes, this helped"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        TOO_SOON = "too-soon", "Too soon to say"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    told = models.ForeignKey(Told, models.CASCADE, related_name="verdicts")
    number = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=10, choices=Answer.choices)
    counted = models.CharField(max_length=10, choices=Answer.choices, blank=True)  # see ``counting``
    words = models.TextField(blank=True)
    words_on = models.DateField(null=True, blank=True)  # the day the words were last put
    may_show = models.BooleanField(default=False)
    reading = models.OneToOneField(Reading, models.SET_NULL, null=True, blank=True, related_name="+")
    on = models.DateField()

    objects = VerdictDoor.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["told", "number"], name="verdicts_are_numbered_once"),
            models.CheckConstraint(condition=Q(number__in=(1, 2)), name="a_teller_is_asked_twice_at_most"),
            models.CheckConstraint(
                condition=Q(answer__in=("yes", "partly", "no", "too-soon")), name="a_verdict_is_one_of_four"
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

    @property
    def counts(self) -> bool:
        """Whether others see this answer already: from the day after the press."""
        return self.counted == self.answer

    @property
    def known_words(self) -> str:
        """The words, from the day after they were put: whoever watches a page learns no hour."""
        return self.words if self.words_on is None or self.words_on < localdate() else ""

    @property
    def is_answered(self) -> bool:
        """Whether the owners said why not."""
        return hasattr(self, "answered")

    def may_change(self, on: date) -> bool:
        """Whether the press can still be taken back. See ``saying.may_change``."""
        from .saying import may_change

        return may_change(self, on)

    def add_words(self, words: str, on: date, *, may_show: bool) -> Verdict:
        """Words to go with the press; shown only with ``may_show``, once a moderator has read them."""
        from .saying import add_words

        return add_words(self, words, on, may_show=may_show)

    def read(self, by: Person, shown: bool, why: str, at: datetime) -> None:
        """A moderator lets the words be shown, or keeps them back and says why."""
        if self.reading is None:
            raise Refused("There is nothing to read here any more.")
        if shown:
            self.reading.pass_on(by, 0, at)
        elif not why.strip():
            raise SomethingMissing("Say why they are kept back.", field="why")
        else:
            self.reading.hold(by, 0, why, at)

    def explain(self, by: Person, why_not: str, at: datetime) -> Answered:
        """An owner says why it stays as it is. The teller is told."""
        from .answering import explain

        return explain(self, by, why_not, at)
