"""What people write in a review. A moderator reads it before anybody else does."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import Q

from alongside.documents.models import Text
from alongside.people.days import day_of, midnight
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading

from .errors import WhyNot
from .framework import Audience
from .reviews import SIDES, Review


class CommentDoor(models.QuerySet["Comment"]):
    """Which words a viewer may read."""

    def visible_to(self, viewer: Viewer) -> CommentDoor:
        """What was passed, of rounds that are over, for everybody; all else for who may read it."""
        mine = Reading.objects.visible_to(viewer)
        passed = Q(reading__passed__isnull=False, review__closed__isnull=False)
        return self.filter(passed | Q(reading__in=mine)) if viewer else self.filter(passed)

    def of(self, review: Review) -> CommentDoor:
        """Those of one round."""
        return self.filter(review=review)

    def shown(self) -> CommentDoor:
        """Those that a moderator has passed, of rounds that are over."""
        passed = self.filter(reading__passed__isnull=False, review__closed__isnull=False)
        return passed.select_related("text")

    def to_read(self, viewer: Viewer, today: date) -> CommentDoor:
        """Those that this moderator may read and pass: not one who works there, and not on the same day if
        they come from a service.
        """
        readings = Reading.objects.visible_to(viewer).shown_to(viewer, today)
        return self.filter(reading__in=readings)

    def waiting(self) -> CommentDoor:
        """Those that nobody has read."""
        return self.filter(reading__passed=None, reading__held=None)


class Comment(models.Model):
    """Words to one open question under one section. Not tied to a sheet: its other answers stay apart.

    A moderator reads it before anybody else does.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="comments")
    audience = models.CharField(max_length=20, choices=SIDES)
    section = models.CharField(max_length=60)
    question = models.CharField(max_length=60)
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    reading = models.OneToOneField(Reading, models.PROTECT, related_name="+")

    objects = CommentDoor.as_manager()

    def __str__(self) -> str:
        return f"words under {self.section}"

    @property
    def asked(self) -> str:
        """Under which heading, and to which question, as it was asked."""
        framework = self.review.framework
        section = next(one.name for one in framework.sections if one.slug == self.section)
        question = next(one.asks for one in framework.questions if one.slug == self.question)
        return f"{section}: {question}"

    def read(self, by: Person, shown: bool, why: str, at: datetime) -> None:
        """A moderator lets everyone read it once the round is over, or keeps it back and says why.

        Raises ``WhyNot``, and what ``Reading`` raises.
        """
        if shown:
            self.reading.pass_on(by, 0, at)
        elif not why.strip():
            raise WhyNot(field="why")
        else:
            self.reading.hold(by, 0, why, at)


def comment(
    review: Review, audience: Audience, section: str, question: str, said: str, at: datetime
) -> Comment:
    """Keep words to one question under one section. For ``hand_in`` alone."""
    area, about = review.area, review.organisation
    return Comment.objects.create(
        review=review,
        audience=audience,
        section=section,
        question=question,
        text=Text.write(said, area=area, at=midnight(at)),
        reading=Reading.open(area=area, about=about, on=day_of(at)),
    )
