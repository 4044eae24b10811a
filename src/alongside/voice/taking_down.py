"""What somebody told on paper, by phone or face to face, typed in for them.

It counts as theirs when they have said yes to it. Who left a way to reach them is reached by it: somebody
reads back what was typed, mends it, and hears their yes. Until then nobody else reads it, it is no story, and
nothing is sent to that number. Who left none wrote it with their own pen, and it counts at once.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

from alongside.journal import models as journal
from alongside.messages.models import digest
from alongside.people.days import day_of, midnight
from alongside.people.models import Area, Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer
from alongside.safety.drafts import AFTER_SENDING
from alongside.safety.models import Draft
from alongside.safety.reaching import NOT_AT_ALL

from .answers import Answers
from .errors import NotForYou, NothingTold
from .stories import QUESTIONS, Story
from .tell import tell

LASTS = timedelta(days=90)
"""So long we try to reach them. Then what was typed goes."""
Said = Mapping[str, Mapping[str, Any]]


class TakenDownDoor(models.QuerySet["TakenDown"]):
    """Which of them a viewer may open."""

    def visible_to(self, viewer: Viewer) -> TakenDownDoor:
        """For the area's co-ordinators; for nobody who works for a service, as it says who told it."""
        if viewer.is_service_side:
            return self.none()
        return self.filter(area__in=viewer.areas_as(Role.Name.COORDINATOR))

    def waiting(self) -> TakenDownDoor:
        """Not read back yet, the oldest first."""
        return self.filter(read_back=None).select_related("area").order_by("on", "pk")


class TakenDown(models.Model):
    """Typed in for somebody: how it came, and who typed. ``answers`` are empty once it is a story."""

    class How(models.TextChoices):
        PAPER = "paper", "On paper"
        PHONE = "phone", "By phone"
        IN_PERSON = "in-person", "Face to face"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How.choices)
    answers = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    story = models.OneToOneField(Story, models.CASCADE, null=True, blank=True, related_name="taken_down")

    objects = TakenDownDoor.as_manager()

    def __str__(self) -> str:
        return "something taken down"

    @property
    def reading(self) -> Answers:
        """What was typed, read out."""
        return Answers(self.area, self.answers)

    @property
    def call_me(self) -> str:
        """What to call whoever told it."""
        return str(self.answers.get("back", {}).get("call_me") or "")

    def read_back_to_them(self, said: Said, by: Person, at: datetime) -> Story:
        """They heard all of it and said yes, to what ``said`` holds now. Twice is once."""
        return self._ends(ReadBack.Said.YES, said, by, at)

    def could_not_reach(self, by: Person, at: datetime) -> Story:
        """It stays with the forum: a story that nobody else may use, and nobody to tell. Twice is once."""
        alone = {**self.answers, "use": {}, "back": {"channel": NOT_AT_ALL}}
        return self._ends(ReadBack.Said.NOT_REACHED, alone, by, at)

    def _ends(self, how: ReadBack.Said, said: Said, by: Person, at: datetime) -> Story:
        with transaction.atomic():
            mine = TakenDown.objects.select_for_update().get(pk=self.pk)
            if mine.story is not None:
                return mine.story
            must_type_in(by, mine.area)
            must_say_something(said)
            mine.story = _as_story(mine, said, by, at)
            mine.answers = {}
            mine.save(update_fields=["story", "answers"])
            ReadBack.objects.create(taken_down=mine, said=how, by=by, on=day_of(at))
            day = midnight(at)
            journal.record("story.read_back", area_id=mine.area_id, about=mine.story, at=day, by=by)
        return mine.story


class ReadBack(models.Model):
    """What was typed was read back, and what they said; or there was nobody to read it to."""

    class Said(models.TextChoices):
        YES = "yes", "They said yes"
        NOT_REACHED = "not-reached", "Nobody could be reached"
        OWN_HAND = "own-hand", "They left no way to reach them"

    taken_down = models.OneToOneField(TakenDown, models.CASCADE, primary_key=True, related_name="read_back")
    said = models.CharField(max_length=12, choices=Said.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return self.get_said_display()


def may_type_in(viewer: Viewer, area: Area) -> bool:
    """Whether this viewer takes down what people tell in this area."""
    return viewer.holds(Role.Name.COORDINATOR, area=area) and not viewer.is_service_side


def must_type_in(by: Person, area: Area) -> None:
    """Raises ``NotForYou``."""
    if not may_type_in(Viewer(by), area):
        raise NotForYou


def must_say_something(said: Said) -> None:
    """Raises ``NothingTold`` where all three questions are left empty."""
    if not any(str(said.get(step, {}).get(step) or "").strip() for step in QUESTIONS):
        raise NothingTold("Please type their words under one of the three questions. One is enough.")


def take_down(
    said: Said, *, area: Area, how: str, by: Person, at: datetime, key: uuid.UUID, heard_yes: bool = False
) -> TakenDown:
    """Keep what was typed in for somebody; at once a story, where nobody waits to be read to. Twice is once.

    ``heard_yes``: it was read back while they were there. Raises ``NothingTold``, ``NotForYou`` or
    ``PageUsed``.
    """
    with transaction.atomic():
        must_type_in(by, area)
        if there := once(TakenDown.objects.filter(by=by, area=area), key, "form_key"):
            return there
        must_say_something(said)
        answers = {step: dict(one) for step, one in said.items()}
        taken = TakenDown.objects.create(
            form_key=key, area=area, how=how, answers=answers, by=by, on=day_of(at)
        )
        journal.record("story.taken_down", area_id=area.pk, about=taken, at=midnight(at), by=by)
        if heard_yes:
            taken.read_back_to_them(answers, by, at)
        elif taken.reading.channel == NOT_AT_ALL:
            taken._ends(ReadBack.Said.OWN_HAND, answers, by, at)
    return TakenDown.objects.get(pk=taken.pk)


def _as_story(taken: TakenDown, said: Said, by: Person, at: datetime) -> Story:
    """By the very verb by which people tell: so nothing that holds for them is forgotten here."""
    draft = Draft.objects.create(
        id=taken.form_key,
        area=taken.area,
        key_digest=digest(secrets.token_urlsafe(32)),
        about="taken down",
        answers={step: dict(one) for step, one in said.items()},
        dies_at=at + AFTER_SENDING,
    )
    return tell(draft, at, by)[0]


def old(at: datetime) -> TakenDownDoor:
    """What nobody could read back for so long that it goes."""
    return TakenDown.objects.filter(read_back=None, on__lte=day_of(at - LASTS))


def forget_old(at: datetime) -> int:
    """Let it go. Returns how many went."""
    gone = old(at).count()
    old(at).delete()
    return gone
