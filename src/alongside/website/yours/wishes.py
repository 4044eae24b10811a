"""What somebody asks of us about what we hold of them. A person answers it, within a month."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import Q

from alongside.messages.models import WayBack
from alongside.people.models import Area, Person, Role
from alongside.people.viewer import Viewer

from .holders import Holder

KEEPERS = (Role.Name.KEEPER, Role.Name.COORDINATOR)


class WishDoor(models.QuerySet["Wish"]):
    """Which wishes a viewer may open."""

    def visible_to(self, viewer: Viewer) -> WishDoor:
        """Those of one's own, and those that one may answer."""
        mine = Q(way_back__in=viewer.ways_back)
        if viewer.person is not None:
            mine |= Q(person=viewer.person)
        return self.filter(mine | _to_answer(viewer))

    def to_answer(self, viewer: Viewer) -> WishDoor:
        """Those of the areas whose keeper or co-ordinator this is; never one's own, never for a service."""
        return self.filter(_to_answer(viewer))

    def waiting(self) -> WishDoor:
        """Neither answered nor taken back; what is due first stands first."""
        return self.filter(answered=None, taken_back=None).order_by("due_on", "id")

    def with_all(self) -> WishDoor:
        """What a row of a list shows, in one query."""
        return self.select_related("area", "person", "way_back", "answered__by", "taken_back")


def _to_answer(viewer: Viewer) -> Q:
    if viewer.person is None or viewer.is_service_side:
        return Q(pk__in=[])
    own = Q(person=viewer.person) | Q(way_back__person=viewer.person)
    return Q(area__in=viewer.areas_as(*KEEPERS)) & ~Q(pk__in=Wish.objects.filter(own).values("pk"))


class Wish(models.Model):
    """Something that a person, or the holder of a secret link, asks of us about what we hold of them."""

    class Kind(models.TextChoices):
        COPY = "copy", "Look through the rest of the copy"
        WRONG = "wrong", "Something about me is wrong"
        STOP = "stop", "Do not use it for this"
        ERASE = "erase", "Forget who I am"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    way_back = models.ForeignKey(WayBack, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(blank=True)
    on = models.DateField()
    due_on = models.DateField()

    objects = WishDoor.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "due_on", "id"], name="wishes_due_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, way_back__isnull=False) | Q(person__isnull=False, way_back=None),
                name="a_wish_has_one_holder",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    # verbs: the rules are in the modules named for them --------------------------------------------
    @classmethod
    def make(cls, holder: Holder, kind: str, words: str, at: datetime, key: uuid.UUID | None = None) -> Wish:
        """Ask."""
        from .asking import ask

        return ask(holder, kind, words, at, key)

    def answer(self, by: Person, words: str, at: datetime) -> Answer:
        """A keeper sees to it."""
        from .answering import answer

        return answer(self, by, words, at)

    def take_back(self, at: datetime) -> TakenBack:
        """Whoever asked has thought again."""
        from .answering import take_back

        return take_back(self, at)

    # what it says ----------------------------------------------------------------------------------
    @property
    def whose(self) -> str:
        """Who asks: a name, or that they came by a secret link."""
        return str(self.person) if self.person else "Somebody with a link of their own"

    @property
    def is_over(self) -> bool:
        """Whether nobody has to do anything any more."""
        return hasattr(self, "answered") or hasattr(self, "taken_back")

    def is_late(self, on: date) -> bool:
        """Whether its month has gone by."""
        return not self.is_over and on > self.due_on

    def may_be_done(self, on: date) -> bool:
        """Whether it may be answered: an erasure from the day after, so that one can think again."""
        return not self.is_over and (self.kind != self.Kind.ERASE or on > self.on)


class Answer(models.Model):
    """A keeper has seen to a wish, and says what was done, or why not."""

    wish = models.OneToOneField(Wish, models.CASCADE, primary_key=True, related_name="answered")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    on = models.DateField()

    def __str__(self) -> str:
        return f"answered {self.on}"


class TakenBack(models.Model):
    """Whoever asked does not wish it any more."""

    wish = models.OneToOneField(Wish, models.CASCADE, primary_key=True, related_name="taken_back")
    on = models.DateField()

    def __str__(self) -> str:
        return f"taken back {self.on}"
