"""What may be said of a round: worked out once, on the day it closes, through the gate for counts."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import date

from django.db import models
from django.db.models import Sum

from alongside.figures.disclosure import publishable
from alongside.figures.surveys import Answered, Survey
from alongside.figures.surveys import Findings as Published

from .answers import Answer
from .framework import Audience
from .reviews import SIDES, Review, asked


class Finding(models.Model):
    """One side's part of a closed round, as the gate let it through. It holds no exact number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="findings")
    audience = models.CharField(max_length=20, choices=SIDES)
    said = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "audience"], name="a_side_is_worked_out_once"),
        ]

    def __str__(self) -> str:
        return f"what {self.get_audience_display()} say"

    @property
    def published(self) -> Published:
        """How many took part, about, and the share that says *met* of each statement."""
        return Published.from_kept(self.said)


def find(review: Review, on: date) -> list[Finding]:
    """Take every side through the gate, and keep what comes out. For ``Review.close`` alone."""
    sides = [publishable(survey(review, side), on=on, earlier=()) for side in asked(review.framework)]
    return Finding.objects.bulk_create(
        Finding(review=review, audience=side, said=published.kept())
        for side, published in zip(asked(review.framework), sides, strict=True)
    )


def survey(review: Review, side: Audience) -> Survey:
    """The exact counts of one side, on their way to the gate: who said *met*, and who said *not met*.

    What a table agreed on counts for everybody who sat there.
    """
    met = {level.slug for level in review.framework.levels if level.met}
    given = Answer.objects.filter(sheet__review=review, sheet__audience=side)
    counted: Counter[tuple[str, bool]] = Counter()
    for statement, level, people in given.values_list("statement", "level", "sheet__people"):
        counted[statement, level in met] += people
    return Survey(
        about=f"review {review.pk}, {side.value}",
        people=review.sheets.filter(audience=side).aggregate(many=Sum("people"))["many"] or 0,
        answers={
            one.slug: Answered(counted[one.slug, True], counted[one.slug, False])
            for section in review.framework.sections
            for one in section.asked_of(side)
        },
    )
