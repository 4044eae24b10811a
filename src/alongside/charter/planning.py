"""From what a review showed to a promise, offered by one side and taken on by the other."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from alongside.journal.models import record
from alongside.people.errors import PageUsed
from alongside.people.models import Person
from alongside.promises.models import Promise
from alongside.promises.offering import offer

from .errors import NotOverYet
from .framework import Framework, Section, Statement
from .reviews import Review


class PlanItem(models.Model):
    """What a promise follows from: one statement of one round. A statement may have several over time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="plan")
    statement = models.CharField(max_length=60)
    promise = models.OneToOneField(Promise, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(statement=""), name="a_plan_names_its_statement"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}, from {self.review_id}"

    @property
    def words(self) -> str:
        """The statement, as the round asked it; "" should its framework not know it any more."""
        found = statement_of(self.review.framework, self.statement)
        return first_words(found[1]) if found else ""


def statement_of(framework: Framework, slug: str) -> tuple[Section, Statement] | None:
    """The statement with this name and the section it stands in, if the framework asks it."""
    return next(((section, one) for section, one in framework.statements() if one.slug == slug), None)


def first_words(one: Statement) -> str:
    """The statement in the words of the first side that is asked."""
    return one.families or one.young_people or one.staff


def promise_about(
    review: Review, statement: str, *, by: Person, at: datetime, key: uuid.UUID | None = None, **said: Any
) -> Promise:
    """Offer a promise about one statement of a round that is over. The same ``key`` gives it once.

    ``said`` is what ``offering.offer`` asks for beside the place and the cornerstone, which are the
    round's. Raises ``NotOverYet``, whatever ``offer`` raises, and ``ValueError`` for what no page offers.
    """
    with transaction.atomic():
        held = Review.locked(review.pk)
        if not held.is_closed:
            raise NotOverYet
        found = statement_of(held.framework, statement)
        if found is None:
            raise ValueError("no such statement")
        promise = offer(
            area=held.area,
            organisation=held.organisation,
            cornerstone=found[0].cornerstone,
            by=by,
            at=at,
            key=key,
            **said,
        )
        wanted = {"review": held, "statement": statement}
        item, new = PlanItem.objects.get_or_create(promise=promise, defaults=wanted)
        if (item.review_id, item.statement) != (held.pk, statement):
            raise PageUsed
        if new:
            record("review.promised", area_id=held.area_id, about=held, at=at, by=by, statement=statement)
    return promise
