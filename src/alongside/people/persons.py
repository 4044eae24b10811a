"""People: who they are to us, how to reach them, what they may do."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from alongside.journal import models as journal

from . import addresses
from .days import day_of
from .errors import NotAnAddress
from .places import Area, Organisation

BLANK = "Someone who has left"
"""What a blanked person is called from then on."""


class People(BaseUserManager["Person"]):
    """Finding people. There is no ``create_superuser``: nobody stands above the house."""

    def at_address(self, address: str) -> Person | None:
        """The one person with this e-mail address or phone number, however it is typed, or nobody."""
        wanted = addresses.normalise(address)
        if wanted is None:
            return None
        theirs = Exact(Lower("email"), wanted) if "@" in wanted else Q(phone=wanted)
        return self.filter(theirs, blanked_at=None).first()


class Person(AbstractBaseUser):
    """The user model. A screen name is enough; e-mail and phone are both optional; never a birth date."""

    class Age(models.TextChoices):
        UNDER_13 = "under-13", "Under 13"
        TEEN = "13-15", "13 to 15"
        YOUNG = "16-25", "16 to 25"
        ADULT = "adult", "Over 25"

    last_login = None  # when somebody signs in is nobody's business

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="people")
    screen_name = models.CharField(max_length=80)
    # None and not "": many people have no address, and an address is of one person only
    email = models.EmailField(null=True, blank=True)  # noqa: DJ001
    phone = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001
    age_band = models.CharField(max_length=10, choices=Age.choices, blank=True)
    joined_at = models.DateTimeField()
    blanked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["screen_name"]

    by_code_alone = False
    """True of the person of a request who came in by a code and took no second step; it is never kept.

    It goes with the person into every verb, so tasks that need a second step are closed there too.
    """

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_person_per_email",
                violation_error_message="Somebody uses this e-mail address already.",
            ),
            models.UniqueConstraint(
                fields=["phone"],
                name="one_person_per_phone",
                violation_error_message="Somebody uses this phone number already.",
            ),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(phone=""),
                name="no_address_is_null_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.screen_name

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """A blanked person cannot sign in."""
        return self.blanked_at is None

    @classmethod
    def join(
        cls,
        screen_name: str,
        *,
        area: Area,
        at: datetime,
        email: str | None = None,
        phone: str | None = None,
        id: uuid.UUID | None = None,
        **profile: Any,
    ) -> Person:
        """A new person with a contact profile; ``profile`` fills the profile's own fields."""
        person = cls(
            id=id or uuid.uuid4(),
            screen_name=screen_name,
            area=area,
            email=_kept(email),
            phone=_kept(phone),
            joined_at=at,
        )
        person.set_unusable_password()
        channels = [name for name, have in (("email", person.email), ("text", person.phone)) if have]
        with transaction.atomic():
            person.save(force_insert=True)
            ContactProfile.objects.create(person=person, **{"channels": channels, **profile})
        return person

    def blank(self, at: datetime, by: Person | None = None) -> None:
        """Forget who this was, and keep what stands on it: seats, agreements, the number of people.

        Rooms above forget their own part first (ways back, messages). Blanking twice changes nothing.
        """
        with transaction.atomic():
            person = Person.objects.select_for_update().get(pk=self.pk)
            if person.blanked_at is None:
                person._blank(at, by)
        self.refresh_from_db()

    def _blank(self, at: datetime, by: Person | None) -> None:
        self.screen_name, self.email, self.phone, self.age_band = BLANK, None, None, ""
        self.blanked_at = at
        self.set_unusable_password()  # which also ends every session
        self.save()
        ContactProfile.objects.filter(person=self).delete()
        self.memberships.filter(left_at=None).update(left_at=at)
        self.memberships.update(how="", postcode_area="")
        self.roles.live().update(until=at)
        journal.shred(about_id=self.pk)
        journal.shred(by_id=self.pk)
        teller = None if by is None or by.pk == self.pk else by
        journal.record("person.blanked", area_id=self.area_id, about=self, at=at, by=teller)


def _kept(address: str | None) -> str | None:
    if not address:
        return None
    kept = addresses.normalise(address)
    if kept is None:
        raise NotAnAddress
    return kept


class ContactProfile(models.Model):
    """How this person wants to be reached and met. The whole system obeys it. Needs, never diagnoses."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="contact")
    channels = models.JSONField(default=list)  # in order of preference: email, text, call, letter, in person
    formats = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)
    papers_days = models.PositiveSmallIntegerField(default=0)
    helps_in_a_room = models.TextField(blank=True)
    post_address = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"how to reach {self.person_id}"


class Member(models.Model):
    """A person belongs to a forum, from one day until another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    forum = models.ForeignKey(Organisation, models.PROTECT, related_name="members")
    how = models.CharField(max_length=60, blank=True)
    may_contact = models.BooleanField(default=False)
    said_on = models.DateField(null=True, blank=True)  # whether we may write: the day they said so last
    postcode_area = models.CharField(max_length=4, blank=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "forum"], condition=Q(left_at=None), name="a_person_joins_a_forum_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.forum}"

    @classmethod
    def join(
        cls,
        person: Person,
        forum: Organisation,
        at: datetime,
        by: Person | None = None,
        *,
        how: str = "",
        may_contact: bool = False,
    ) -> Member:
        """Let this person belong to the forum. Joining twice gives the membership that is there."""
        with transaction.atomic():
            member, new = cls.objects.get_or_create(
                person=person,
                forum=forum,
                left_at=None,
                defaults={"how": how, "may_contact": may_contact, "joined_at": at},
            )
            if new:
                area, where = forum.area_id, str(forum)
                journal.record("member.joined", area_id=area, about=person, at=at, by=by, forum=where)
        return member

    def may_write(self, yes: bool, at: datetime, by: Person | None = None) -> None:
        """They said whether the forum may write to them. Saying the same again keeps the first day."""
        with transaction.atomic():
            now = Member.objects.select_for_update(of=("self",)).select_related("person", "forum")
            row = now.get(pk=self.pk)
            if row.may_contact != yes or row.said_on is None:
                row.may_contact, row.said_on = yes, day_of(at)
                row.save(update_fields=["may_contact", "said_on"])
                area, who = row.forum.area_id, row.person
                journal.record("member.may_write", area_id=area, about=who, at=at, by=by, yes=yes)
        self.refresh_from_db()

    def leave(self, at: datetime, by: Person | None = None) -> None:
        """Belong to it no longer. Leaving twice changes nothing."""
        with transaction.atomic():
            now = Member.objects.select_for_update().select_related("person", "forum").get(pk=self.pk)
            if now.left_at is None:
                now.left_at = at
                now.save(update_fields=["left_at"])
                area, who = now.forum.area_id, now.person
                journal.record("member.left", area_id=area, about=who, at=at, by=by)
        self.refresh_from_db()


class Roles(models.QuerySet["Role"]):
    """Finding who holds a role now; one that has ended counts for nothing. Of one person ask a ``Viewer``."""

    def live(self) -> Roles:
        """Those that are held now."""
        return self.filter(until=None)

    def holders(self, *names: Role.Name, area: Area | uuid.UUID | None = None) -> Roles:
        """Those with one of these names, held now, in this area or in any; each with its person."""
        held = self.live().filter(name__in=names).select_related("person")
        return held if area is None else held.filter(area=area)


class Role(models.Model):
    """What one person may do, in one area or for one organisation. ``roles.py`` says what each may."""

    class Name(models.TextChoices):
        COORDINATOR = "coordinator", "Co-ordinator"
        KEEPER = "keeper", "Keeper of the ways back"
        MODERATOR = "moderator", "Moderator"
        LEAD = "lead", "Safeguarding lead"
        DEPUTY = "deputy", "Deputy safeguarding lead"
        CHAMPION = "champion", "Charter champion"
        ASSESSOR = "assessor", "Assessor"
        PAYMENTS = "payments", "Payments officer"
        STAFF = "staff", "Works there"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    name = models.CharField(max_length=20, choices=Name.choices)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="roles")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="roles"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = Roles.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(area=None, organisation__isnull=False) | Q(area__isnull=False, organisation=None),
                name="a_role_is_held_in_one_place",
            ),
            models.UniqueConstraint(
                fields=["person", "name", "area"], condition=Q(until=None), name="a_role_in_an_area_once"
            ),
            models.UniqueConstraint(
                fields=["person", "name", "organisation"],
                condition=Q(until=None),
                name="a_role_in_an_organisation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_name_display()}"


class Perspective(models.TextChoices):
    """From where somebody speaks, on a seat or an answer. The first four are lived experience."""

    PARENT_CARER = "parent-carer", "Parent carer"
    YOUNG_PERSON = "young-person", "Child or young person"
    LIVED_ADULT = "lived-adult", "Adult with lived experience"
    FAMILY = "family", "Family member"
    PRACTITIONER = "practitioner", "Practitioner"
    MANAGER = "manager", "Service manager"
    COMMISSIONER = "commissioner", "Commissioner"
    HEAD = "head", "Head teacher or governor"
    COUNCILLOR = "councillor", "Councillor"
    VOLUNTARY = "voluntary", "Voluntary sector worker"

    @property
    def is_lived(self) -> bool:
        """Whether this is lived experience."""
        return self in (self.PARENT_CARER, self.YOUNG_PERSON, self.LIVED_ADULT, self.FAMILY)
