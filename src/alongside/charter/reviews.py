"""A review: one round in which all sides answer the same statements about one place."""

from __future__ import annotations

import secrets
import uuid
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from alongside.journal.models import record
from alongside.look.dates import day as long_day
from alongside.messages.say import link as public
from alongside.people.days import day_of
from alongside.people.models import Area, Counter, Organisation, Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer

from .editions import Edition
from .errors import NotThatLong, NotTheChampion, OpenAlready, TooSoon
from .framework import Audience, Framework

SIDES = [(Audience.FAMILIES.value, "Families"), (Audience.YOUNG_PEOPLE.value, "Children and young people")]
SIDES += [(Audience.STAFF.value, "Staff")]
USUAL = timedelta(days=21)
"""How long a round is open if nobody says otherwise."""
LONGEST = timedelta(days=184)
REST = timedelta(days=60)
"""Between two rounds: so soon after, much the same people answer, and the difference would give them away."""
FEW = 10


class ReviewDoor(models.QuerySet["Review"]):
    """Which reviews a viewer may open."""

    def visible_to(self, viewer: Viewer) -> ReviewDoor:
        """Closed ones are public. An open one is for those who work there, and who look after the area."""
        looks_after = Q(area__in=viewer.areas_as(Role.Name.COORDINATOR, Role.Name.ASSESSOR))
        return self.filter(Q(closed__isnull=False) | Q(organisation__in=viewer.works_for) | looks_after)

    def still_open(self) -> ReviewDoor:
        """Those that take answers."""
        return self.filter(closed=None)


class Review(models.Model):
    """One round at one organisation. Its links are made with it, one for each side that is asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20)
    slug = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    until = models.DateField()  # the last day people are told they can answer on; the champion closes it

    objects = ReviewDoor.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        indexes = [models.Index(fields=["organisation", "-opened_at"], name="reviews_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["area", "reference"], name="a_review_reference_is_given_once"),
            models.UniqueConstraint(
                fields=["organisation", "slug", "number"], name="rounds_of_one_framework_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework.name}, round {self.number}"

    @classmethod
    def locked(cls, pk: uuid.UUID) -> Review:
        """The review's row, held until the transaction ends: every verb queues here."""
        return cls.objects.select_for_update(of=("self",)).select_related("edition").get(pk=pk)

    @property
    def framework(self) -> Framework:
        """What is asked, as it was when the round was opened."""
        return self.edition.framework

    @property
    def question(self) -> str:
        """What everybody is asked, in one line."""
        return f"How is it at {self.organisation}?"

    @property
    def is_closed(self) -> bool:
        """Whether the round is over."""
        return hasattr(self, "closed")

    @classmethod
    def open(
        cls,
        organisation: Organisation,
        edition: Edition,
        by: Person,
        at: datetime,
        key: uuid.UUID | None = None,
        *,
        until: date | None = None,
        with_codes: bool = False,
    ) -> Review:
        """The champion begins a round, until a day; ``with_codes``: each family answers by a code of its own.

        The same ``key`` gives it once. Raises ``NotTheChampion``, ``NotThatLong``, and ``OpenAlready`` while
        the last round of this framework takes answers.
        """
        from .asking import announce

        until = until or day_of(at + USUAL)
        if not day_of(at) < until <= day_of(at + LONGEST):
            raise NotThatLong(field="until")
        with transaction.atomic():
            place = Organisation.objects.select_for_update().get(pk=organisation.pk)
            if not is_champion(by, place):
                raise NotTheChampion
            if there := once(cls.objects.filter(opened_by=by), key, "form_key"):
                return there
            number = cls._next_number(place, edition, at)
            review = cls(area_id=place.area_id, organisation=place, edition=edition, slug=edition.slug)
            review.form_key, review.number = key or uuid.uuid4(), number
            review.reference = Counter.next("C", area=place.area, at=at)
            review.opened_by, review.opened_at, review.until = by, at, until
            review.save(force_insert=True)
            Link.of_each_side(review, with_codes)
            announce(review, at)
            record("review.opened", area_id=review.area_id, about=review, at=at, by=by)
        return review

    @classmethod
    def _next_number(cls, place: Organisation, edition: Edition, at: datetime) -> int:
        last = cls.objects.filter(organisation=place, slug=edition.slug).order_by("-number").first()
        if last is not None and not last.is_closed:
            raise OpenAlready
        if last is not None and last.is_shown and at < last.closed.at + REST:
            raise TooSoon(f"{TooSoon.says} You can open it from {long_day(last.closed.at + REST)} on.")
        return last.number + 1 if last else 1

    @property
    def is_late(self) -> bool:
        """Whether its last day has gone by."""
        return timezone.localdate() > self.until

    @property
    def is_shown(self) -> bool:
        """Whether figures of any side may be shown."""
        return any(one.published.people.around for one in self.findings.all())

    def before(self) -> Review | None:
        """The round before it that has anything to compare with. One query, and one for its findings."""
        earlier = Review.objects.filter(organisation=self.organisation_id, slug=self.slug)
        closed = earlier.filter(number__lt=self.number, closed__isnull=False).order_by("-number")
        found = closed.select_related("edition").prefetch_related("findings")
        return next((one for one in found[:FEW] if one.is_shown), None)

    def close(self, by: Person, at: datetime) -> Closed:
        """The champion ends the round: from now on everybody can see what may be shown of it. Twice is once.

        Raises ``NotTheChampion``.
        """
        from .codes import Code
        from .findings import find

        with transaction.atomic():
            review = Review.locked(self.pk)
            if not is_champion(by, review.organisation):
                raise NotTheChampion
            closed, new = Closed.objects.get_or_create(review=review, defaults={"by": by, "at": at})
            if new:
                find(review, day_of(at))
                review.took_part.all().delete()
                Code.objects.filter(link__review=review).delete()
                record("review.closed", area_id=review.area_id, about=review, at=at, by=by)
        self.refresh_from_db()
        return closed


class Closed(models.Model):
    """The round is over."""

    review = models.OneToOneField(Review, models.CASCADE, primary_key=True, related_name="closed")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "closed"


def _new_token() -> str:
    return secrets.token_hex(8)


class Link(models.Model):
    """A way in for one side, for a poster or a letter. Whoever has it can answer, and could answer twice.

    It opens no answers and tells nothing about anybody, so it is kept as it is: posters are printed again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="links")
    audience = models.CharField(max_length=20, choices=SIDES)
    token = models.CharField(max_length=32, unique=True, default=_new_token)
    by_code = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "audience"], name="a_side_has_one_link"),
        ]

    def __str__(self) -> str:
        return f"link for {self.get_audience_display()}"

    @classmethod
    def of_each_side(cls, review: Review, with_codes: bool) -> None:
        """A new round's links; ``with_codes``: families need a code too."""
        sides = asked(review.framework)
        Link.objects.bulk_create(
            Link(review=review, audience=side, by_code=with_codes and side == Audience.FAMILIES)
            for side in sides
        )

    @property
    def address(self) -> str:
        """What stands on a poster, and in a browser."""
        return public(reverse("charter:begin", args=[self.token]))

    @classmethod
    def behind(cls, token: str) -> Link | None:
        """The link with these letters, however they were typed, while its round is open or was."""
        found = cls.objects.filter(token=token.strip().lower())
        return found.select_related("review__organisation", "review__area", "review__edition").first()


def is_champion(person: Person, organisation: Organisation) -> bool:
    """Whether this person looks after the charter there now."""
    return any(
        role.name == Role.Name.CHAMPION and role.organisation_id == organisation.pk
        for role in Viewer(person).open_roles
    )


def asked(framework: Framework) -> list[Audience]:
    """The sides that this framework has words for. Open questions are for everybody."""
    if framework.is_open:
        return list(Audience)
    return [side for side in Audience if any(section.asked_of(side) for section in framework.sections)]
