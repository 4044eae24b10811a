"""What people answered. No row says who: an answer belongs to a sheet, and a sheet to nobody."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models, transaction

from alongside.figures.counts import LEAST
from alongside.people.models import Person
from alongside.people.once import once

from .comments import comment
from .errors import AnsweredAlready, NotAsked, NothingAnswered, RoundOver
from .framework import Audience
from .reviews import SIDES, Review, asked


class TookPart(models.Model):
    """Somebody with an account has answered in this round, so that they count once. Gone when it closes.

    Nothing leads from here to what they answered.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="took_part")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person"], name="a_person_counts_once_in_a_round"),
        ]

    def __str__(self) -> str:
        return "took part"


class Sheet(models.Model):
    """The answers of one person, or what a table agreed on. It has no time, and its id is random."""

    class How(models.TextChoices):
        SIGNED_IN = "signed-in", "Signed in"
        LINK = "link", "By link"
        PHONE = "phone", "By phone"
        PAPER = "paper", "On paper"
        WORKSHOP = "workshop", "At a table, together"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="sheets")
    audience = models.CharField(max_length=20, choices=SIDES)
    how = models.CharField(max_length=12, choices=How.choices)
    people = models.PositiveSmallIntegerField(default=1)  # more than one: what a table agreed on

    def __str__(self) -> str:
        return f"a sheet of {self.get_audience_display()}"


def enough(review: Review) -> set[str]:
    """The sides of which so many have answered that something can be shown. How many stays unsaid."""
    counted = review.sheets.values("audience").annotate(many=models.Sum("people"))
    return {row["audience"] for row in counted if row["many"] >= LEAST}


class Answer(models.Model):
    """One statement on one sheet: which level of the scale."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="answers")
    statement = models.CharField(max_length=60)
    level = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "statement"], name="a_statement_is_answered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}: {self.level}"


@dataclass(frozen=True)
class Filled:
    """What stands on one sheet, before it is sent.

    levels    statement → level, both by slug. What is left out was skipped.
    comments  (section, question) → words.
    """

    levels: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def words(self) -> dict[tuple[str, str], str]:
        """The comments that say something."""
        return {place: words for place, words in self.comments.items() if words.strip()}


def hand_in(
    review: Review,
    audience: Audience,
    filled: Filled,
    at: datetime,
    *,
    how: Sheet.How = Sheet.How.LINK,
    people: int = 1,
    by: Person | None = None,
    key: uuid.UUID | None = None,
    uses_up: Callable[[], None] | None = None,
) -> Sheet:
    """Take one sheet. ``by`` counts once in a round; the same ``key`` gives the sheet once. ``uses_up``
    spends what lets somebody answer, in the same transaction, or refuses.

    Raises ``RoundOver``, ``NotAsked``, ``AnsweredAlready`` or ``NothingAnswered``; ``ValueError`` for what no
    form offers.
    """
    words = filled.words()
    _is_offered(review, audience, filled)
    with transaction.atomic():
        now = Review.locked(review.pk)
        if there := once(now.sheets.all(), key, "form_key"):
            return there
        if now.is_closed:
            raise RoundOver
        if not filled.levels and not words:
            raise NothingAnswered
        if by is not None and not TookPart.objects.get_or_create(review=now, person=by)[1]:
            raise AnsweredAlready
        if uses_up is not None:
            uses_up()
        handed = {"review": now, "audience": audience, "how": how, "people": people}
        sheet = Sheet.objects.create(form_key=key or uuid.uuid4(), **handed)
        Answer.objects.bulk_create(
            Answer(sheet=sheet, statement=one, level=level) for one, level in filled.levels.items()
        )
        for (section, question), said in words.items():
            comment(now, audience, section, question, said, at)
    return sheet


def _is_offered(review: Review, audience: Audience, filled: Filled) -> None:
    framework = review.framework
    if audience not in asked(framework):
        raise NotAsked
    levels = {level.slug for level in framework.levels}
    sections = {section.slug for section in framework.sections}
    questions = {question.slug for question in framework.questions}
    known = {one.slug for section in framework.sections for one in section.asked_of(audience)}
    if not filled.levels.keys() <= known or not set(filled.levels.values()) <= levels:
        raise ValueError("no such statement or level")
    if any(section not in sections or question not in questions for section, question in filled.comments):
        raise ValueError("no such section or question")
