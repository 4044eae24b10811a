"""A promise: who owes it, to whom, why, and by when."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from alongside.documents.models import File, Text
from alongside.groups.models import Decision, Seat
from alongside.journal.models import record
from alongside.people.days import month_of
from alongside.people.models import Area, Organisation, Person, Role
from alongside.people.viewer import Viewer
from alongside.voice.models import Basis, Story

from .errors import NotAccepted, NotAnOwner, NotNow

if TYPE_CHECKING:
    from .refusing import Refusal
    from .rounds import Checked, Delivered, Reopened
    from .states import State


class PromiseDoor(models.QuerySet["Promise"]):
    """Which promises a viewer may open."""

    def visible_to(self, viewer: Viewer) -> PromiseDoor:
        """Accepted ones are public, and what an organisation refused; the others are for those who work on
        them. A parent's no to what a service offered stays between them: nobody is made to say why in public.
        """
        refused = Q(refusal__isnull=False) & ~Q(offered_by=self.model.Side.SERVICE)
        answered = Q(accepted__isnull=False) | refused
        return self.filter(answered | _works_on(viewer) if viewer else answered)

    def close_to(self, viewer: Viewer) -> PromiseDoor:
        """Those that this person works on, from whichever side."""
        return self.filter(_works_on(viewer)) if viewer else self.none()

    def unanswered(self) -> PromiseDoor:
        """Those that nobody has taken on yet, and nobody has refused."""
        return self.filter(accepted=None, refusal=None)

    def still_open(self, due_by: date | None = None) -> PromiseDoor:
        """Accepted and still to be done; those that may be due by that day (``due`` says it exactly)."""
        from .rounds import Delivered

        found = self.filter(~Q(pk__in=Delivered.objects.current().values("promise")), accepted__isnull=False)
        if due_by is None:
            return found
        due_again = Q(pk__in=Delivered.objects.filter(reopened__due_on__lte=due_by).values("promise"))
        return found.filter(Q(due_on__lte=due_by) | due_again)

    def with_rounds(self) -> PromiseDoor:
        """Everything that ``state`` asks for, in as many queries for ten as for ten thousand."""
        from .rounds import Delivered
        from .telling import Verdict

        rounds = Delivered.objects.select_related("text", "checked__by", "reopened", "not_confirmed", "by")
        return self.select_related(
            "accepted", "refusal", "started", "organisation", "text", "lived_owner", "service_owner"
        ).prefetch_related(
            models.Prefetch("deliveries", rounds),
            "deliveries__tellings",
            models.Prefetch("deliveries__tellings__verdicts", Verdict.objects.select_related("answered")),
        )


def _works_on(viewer: Viewer) -> Q:
    """A seat in the group that decided, a role in the organisation or in the area, or an owner."""
    seats = Seat.objects.filter(person=viewer.person, until=None)
    decided = Reason.objects.filter(decision__group__in=seats.values("group"))
    looks_after = viewer.areas_as(Role.Name.COORDINATOR, Role.Name.MODERATOR)
    return (
        Q(pk__in=decided.values("promise"))
        | Q(organisation__in=viewer.works_for)
        | Q(area__in=looks_after)
        | Q(lived_owner=viewer.person)
        | Q(service_owner=viewer.person)
    )


class Promise(models.Model):
    """Something an organisation will do, with an owner on each side.

    Most follow from a decision. One that does not is an offer (see ``offering``): ``offered_by`` says which
    side wrote it, and it counts once the other side has said yes.
    """

    class Side(models.TextChoices):
        LIVED = "lived", "Those who live with it"
        SERVICE = "service", "Those who work there"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    cornerstone = models.CharField(max_length=20)
    lived_owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    service_owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    offered_by = models.CharField(max_length=10, choices=Side.choices, blank=True)
    month = models.DateField()  # of the latest news about it: what the public list is ordered by

    objects = PromiseDoor.as_manager()

    class Meta:
        ordering = ["-month", "-id"]
        indexes = [models.Index(fields=["area", "-month", "-id"], name="together_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["area", "reference"], name="a_promise_reference_is_given_once"),
            models.CheckConstraint(
                condition=~Q(lived_owner=F("service_owner")),
                name="a_promise_has_two_owners",
                violation_error_message="A promise needs two owners: one on each side.",
            ),
            models.CheckConstraint(
                condition=Q(offered_by="")
                | Q(offered_by="lived", made_by=F("lived_owner"))
                | Q(offered_by="service") & ~Q(made_by=F("lived_owner")),
                name="nobody_says_yes_to_their_own_offer",
                violation_error_message="Somebody of the other side has to say yes.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    # what stands ----------------------------------------------------------------------------------
    @classmethod
    def locked(cls, pk: uuid.UUID) -> Promise:
        """The promise's row, held until the transaction ends: every verb of this room queues here."""
        return cls.objects.select_for_update().get(pk=pk)

    @property
    def owners(self) -> tuple[Person, Person]:
        """The two who see to it, lived experience first."""
        return self.lived_owner, self.service_owner

    def is_owned_by(self, person: Person | None) -> bool:
        """Whether this person is one of the two owners."""
        return person is not None and person.pk in (self.lived_owner_id, self.service_owner_id)

    @property
    def is_accepted(self) -> bool:
        """Whether somebody there took it on. Until then it does not count and is not public."""
        return hasattr(self, "accepted")

    @property
    def is_refused(self) -> bool:
        """Whether whoever was asked to take it on said *no, because…*."""
        return hasattr(self, "refusal")

    @property
    def is_offer(self) -> bool:
        """Whether one side offered it, and no decision of both stands behind it."""
        return bool(self.offered_by)

    @property
    def round(self) -> Delivered | None:
        """The latest time it was said to be done, if ever."""
        return max(self.deliveries.all(), key=lambda one: one.number, default=None)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done: never delivered, or opened again since."""
        return self.round is None or hasattr(self.round, "reopened")

    @property
    def due(self) -> date:
        """The day it is due now: opening it again sets a new one."""
        again: Reopened | None = getattr(self.round, "reopened", None)
        return again.due_on if again else self.due_on

    def state(self, at: datetime) -> State:
        """Where it is, in a word with a sign."""
        from .states import state

        return state(self, at)

    # verbs ----------------------------------------------------------------------------------------
    @classmethod
    def make(cls, **what: Any) -> Promise:
        """Write down a promise that follows from a taken decision. See ``making.make`` for what it needs."""
        from .making import make

        return make(**what)

    def accept(self, by: Person, at: datetime) -> Accepted:
        """Whoever is asked takes it on. From now on it counts, and everyone can see it."""
        from .offering import must_be_asked

        with transaction.atomic():
            promise = Promise.locked(self.pk)
            must_be_asked(promise, by)
            if promise.is_refused:
                raise NotNow("This has been answered with a no. It can be offered again, as a new promise.")
            accepted, new = Accepted.objects.get_or_create(promise=promise, defaults={"by": by, "at": at})
            if new:
                promise.has_news(at)
                record("promise.accepted", area_id=promise.area_id, about=promise, at=at, by=by)
        self.refresh_from_db()
        return accepted

    def refuse(self, by: Person, why: str, at: datetime) -> Refusal:
        """Whoever is asked to take it on says *no, because…*. Everyone can read it."""
        from .refusing import refuse

        return refuse(self, by, why, at)

    def start(self, by: Person, at: datetime) -> Started:
        """An owner says that work has begun."""
        with transaction.atomic():
            promise = Promise.locked(self.pk)
            if not promise.is_owned_by(by):
                raise NotAnOwner
            if not promise.is_accepted:
                raise NotAccepted
            started, new = Started.objects.get_or_create(promise=promise, defaults={"by": by, "at": at})
            if new:
                promise.has_news(at)
                record("promise.started", area_id=promise.area_id, about=promise, at=at, by=by)
        self.refresh_from_db()
        return started

    def deliver(
        self, by: Person, different: str, evidence: str, at: datetime, files: Sequence[File] = ()
    ) -> Delivered:
        """An owner says that it is done, and what is different now."""
        from .delivering import deliver

        return deliver(self, by, different, evidence, at, files)

    def check_it(self, by: Person, saw: str, at: datetime) -> Checked:
        """Somebody else looked; in the same moment everyone who asked for it is told.

        Not ``check``: Django asks every model class that for its own ends.
        """
        from .delivering import check

        return check(self, by, saw, at)

    def reopen(self, by: Person, why: str, due_on: date, at: datetime) -> Reopened:
        """It is not done, or did not help: there will be another go, by a new day."""
        from .reopening import reopen

        return reopen(self, by, why, due_on, at)

    def has_news(self, at: date) -> None:
        """Move it up the public list: by month, so that no day can be read off its place."""
        self.month = max(self.month, month_of(at))
        self.save(update_fields=["month"])


class Reasons(models.QuerySet["Reason"]):
    """From promises back to what was said. For verbs and for counting: pages still ask the stories' door."""

    def stories_behind(self, promises: Iterable[Promise]) -> dict[uuid.UUID, set[uuid.UUID]]:
        """The ids of the stories that each promise goes back to, in two queries for any number of them.

        Its own reasons, and what its decisions rest on now: a story put under a decision later counts too.
        """
        behind: dict[uuid.UUID, set[uuid.UUID]] = {promise.pk: set() for promise in promises}
        of_decision: dict[uuid.UUID, set[uuid.UUID]] = {}
        for reason in self.filter(promise__in=behind):
            if reason.story_id:
                behind[reason.promise_id].add(reason.story_id)
            elif reason.decision_id:
                of_decision.setdefault(reason.decision_id, set()).add(reason.promise_id)
        bases = Basis.objects.filter(decision__in=list(of_decision), story__isnull=False)
        for decision, story in bases.values_list("decision_id", "story_id"):
            for promise in of_decision[decision]:
                behind[promise].add(story)
        return behind


class Reason(models.Model):
    """Why a promise was made: exactly one thing per row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    promise = models.ForeignKey(Promise, models.CASCADE, related_name="reasons")
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    objects = Reasons.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(story=None, decision__isnull=False) | Q(story__isnull=False, decision=None),
                name="a_reason_is_exactly_one_thing",
            ),
            models.UniqueConstraint(fields=["promise", "story"], name="a_story_is_a_reason_once"),
            models.UniqueConstraint(fields=["promise", "decision"], name="a_decision_is_a_reason_once"),
        ]

    def __str__(self) -> str:
        return f"why {self.promise_id}"


class Accepted(models.Model):
    """Someone with a role in the organisation took the promise on: now it counts."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="accepted")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"accepted by {self.by}"


class Started(models.Model):
    """Work has begun."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="started")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"started by {self.by}"


def works_at(person: Person, organisation_id: uuid.UUID) -> bool:
    """Whether this person has any role there now."""
    return Viewer(person).is_of(organisation_id)
