"""A decision: what it is about, the wordings it went through, and whether all agreed to one of them."""

from __future__ import annotations

import uuid
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.timezone import localdate

from alongside.journal.models import record
from alongside.people.models import Area, Counter, Organisation
from alongside.people.once import once

from . import telling
from .conditions import Condition, Three, conditions
from .errors import AlreadyReplaced, StillInDiscussion
from .seats import Group, Partner, Seat
from .table import Table, said, table
from .yes import agreed

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer

    from .wordings import Agreement, Objection, Paper, Stand, Taken, Urgency, Wording

__all__ = ["Condition", "Decision", "DecisionAbout"]


class DecisionDoor(models.QuerySet["Decision"]):
    """Which decisions a viewer may open."""

    def visible_to(self, viewer: Viewer) -> DecisionDoor:
        """Taken ones are public; the others are for those with a live seat in the group."""
        return self.filter(Q(taken__isnull=False) | Q(group__in=Group.objects.visible_to(viewer)))

    def with_a_seat_for(self, viewer: Viewer) -> DecisionDoor:
        """Of these, the decisions of groups in which the viewer has a live seat: a public page gives none."""
        return self.filter(group__in=Group.objects.visible_to(viewer))

    def in_discussion(self) -> DecisionDoor:
        """Those not decided yet."""
        return self.filter(taken=None)

    def whole(self) -> DecisionDoor:
        """With all that says how far each is: as many queries for one as for a thousand."""
        from . import wordings as rows

        who = ("seat__person", "seat__partner")
        return self.select_related("area", "group", "taken", "supersedes").prefetch_related(
            "group__partners",
            Prefetch("papers", rows.Paper.objects.defer("text")),
            Prefetch("wordings", rows.Wording.objects.select_related("text", "by__person", "by__partner")),
            Prefetch("wordings__agreements", rows.Agreement.objects.select_related("partner", *who)),
            Prefetch("wordings__urgencies", rows.Urgency.objects.select_related("partner", *who)),
            Prefetch("wordings__objections", rows.Objection.objects.select_related("withdrawn", *who)),
            Prefetch("wordings__stands", rows.Stand.objects.select_related(*who)),
        )


class Decision(models.Model):
    """Something a group decides. It stands only when every needed partner agreed to the same wording.

    Its readings keep nothing, but for what ``whole()`` brought along, and its verbs read all again behind
    the group's lock (``table.py``): so no verb can act on what was true before.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="decisions")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    cornerstone = models.CharField(max_length=20)
    opened_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    review_months = models.PositiveSmallIntegerField(default=12)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = DecisionDoor.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["area", "reference"], name="a_reference_is_given_once"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("groups:decision", args=[self.pk])

    # what stands ---------------------------------------------------------------------------------
    @property
    def wording(self) -> Wording:
        """The current wording: the latest one."""
        return max(self.wordings.all(), key=lambda wording: wording.number)

    @property
    def outcome(self) -> Taken | None:
        """The row that says it was decided, if it was."""
        try:
            return self.taken
        except ObjectDoesNotExist:
            return None

    @property
    def is_taken(self) -> bool:
        """Whether it has been decided."""
        return self.outcome is not None

    @property
    def replaced_by(self) -> Decision | None:
        """The decision that took this one's place, once that is decided itself."""
        return Decision.objects.filter(supersedes=self, taken__isnull=False).first()

    @property
    def needed(self) -> list[Partner]:
        """The partners whose yes it needs, lived experience first."""
        return [partner for partner in self.group.partners.all() if partner.needed]

    @property
    def agreements(self) -> list[Agreement]:
        """The agreements given to the current wording."""
        return sorted(self.wording.agreements.all(), key=lambda agreement: agreement.at)

    @property
    def objections(self) -> list[Objection]:
        """The objections that stand: to the current wording, not taken back."""
        return [objection for objection in self.wording.objections.all() if objection.stands]

    # how far it is --------------------------------------------------------------------------------
    def digested_at(self) -> datetime:
        """When people will have had time to take in this wording and the latest papers."""
        news = [self.wording.at, *(paper.shared_at for paper in self.papers.all())]
        return max(news) + timedelta(days=self.group.digest_days)

    def is_urgent(self) -> bool:
        """Whether every needed speaker said that this wording cannot wait."""
        given = [urgency.partner_id for urgency in self.wording.urgencies.all()]
        return agreed([partner.pk for partner in self.needed], given)

    def conditions(self, at: datetime) -> Three:
        """The one place that says how far it is: three rows, the same on page, in message and in verb."""
        return conditions(self, at)

    # what people with a seat do -------------------------------------------------------------------
    @classmethod
    def open(
        cls,
        group: Group,
        seat: Seat | None,
        title: str,
        cornerstone: str,
        about: Iterable[Organisation],
        wording: str,
        at: datetime,
        *,
        supersedes: Decision | None = None,
        review_months: int = 12,
        key: uuid.UUID | None = None,
    ) -> Decision:
        """Put something to the group in its first wording. The same ``key`` opens it once."""
        with transaction.atomic():
            group = Group.locked(group.pk)
            seat = group.seat_now(seat)
            if there := once(cls.objects.filter(opened_by=seat), key):
                return there
            decision = cls(id=key or uuid.uuid4(), area=group.area, group=group, opened_by=seat, opened_at=at)
            decision.title, decision.cornerstone = said(title), cornerstone
            decision.review_months, decision.supersedes = review_months, replaceable(supersedes, group)
            decision.reference = Counter.next("D", area=group.area, at=at)
            decision.save(force_insert=True)
            for organisation in about:
                decision.abouts.create(organisation=organisation)
            opened = Table(decision, seat, at)
            opened.remember("decision.opened", decision)
            telling.opened(decision, opened.first_wording(wording), at)
        return decision

    def word(
        self,
        seat: Seat | None,
        body: str,
        at: datetime,
        why: str = "",
        *,
        instead_of: uuid.UUID | None = None,
        key: uuid.UUID | None = None,
    ) -> Wording:
        """A new wording: it starts with no agreements, and the objections to the one before end.

        ``instead_of`` is the wording that its writer had in front of them.
        """
        with table(self, seat, at) as here:
            return here.word(body, why, instead_of, key)

    def stand(
        self, seat: Seat | None, how: str, words: str, at: datetime, *, wording_id: uuid.UUID | None = None
    ) -> Stand:
        """Say where one stands. It may be said anew until it is decided; the last word counts."""
        with table(self, seat, at) as here:
            return here.stand(how, words, wording_id)

    def agree(self, seat: Seat | None, wording_id: uuid.UUID, at: datetime) -> Agreement:
        """Give a partner's yes to this very wording. Decides it, if that was the last thing missing."""
        with table(self, seat, at) as here:
            return here.agree(wording_id)

    def object(
        self,
        seat: Seat | None,
        wording_id: uuid.UUID,
        reason: str,
        acceptable_if: str,
        at: datetime,
        *,
        key: uuid.UUID | None = None,
    ) -> Objection:
        """Say that one cannot live with this wording, why, and what would make it acceptable."""
        with table(self, seat, at) as here:
            return here.object(wording_id, reason, acceptable_if, key)

    def urge(self, seat: Seat | None, wording_id: uuid.UUID, why: str, at: datetime) -> Urgency:
        """Say for one's partner that this wording cannot wait. It counts when every partner says so."""
        with table(self, seat, at) as here:
            return here.urge(wording_id, why)

    def share_paper(
        self, seat: Seat | None, title: str, body: str, at: datetime, *, key: uuid.UUID | None = None
    ) -> Paper:
        """Give people something to read first. The days to take it in begin again."""
        with table(self, seat, at) as here:
            return here.share_paper(title, body, key)

    def settle(self, at: datetime) -> Taken | None:
        """Write that it is decided, if all three things are true at this moment. Nothing else does."""
        from .wordings import Taken

        with transaction.atomic():
            Group.locked(self.group_id)
            now = Decision.objects.whole().get(pk=self.pk)
            if now.is_taken or not all(condition.met for condition in now.conditions(at)):
                return now.outcome
            taken = Taken.objects.create(
                decision=now, wording=now.wording, at=at, review_on=_months_after(at, now.review_months)
            )
            record("decision.taken", area_id=now.area_id, about=now, at=at, wording=taken.wording_id)
            telling.taken(now, taken)
        self.refresh_from_db()
        return taken


def replaceable(decision: Decision | None, group: Group) -> Decision | None:
    """The decision to take the place of, if it may be: this group's, taken, and not replaced yet."""
    if decision is None:
        return None
    now = Decision.objects.get(pk=decision.pk, group=group)
    if not now.is_taken:
        raise StillInDiscussion
    if Decision.objects.filter(supersedes=now).exists():
        raise AlreadyReplaced
    return now


def _months_after(at: datetime, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    day = localdate(at)
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class DecisionAbout(models.Model):
    """Which organisation a decision is about."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="abouts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "organisation"], name="a_decision_names_an_organisation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} about {self.organisation_id}"
