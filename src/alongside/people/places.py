"""Areas and organisations."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

RESERVED = frozenset(
    {
        "account", "answer", "asks", "cast", "components", "concerns", "decisions", "go", "groups", "healthz",
        "help", "journal", "leave", "light-or-dark", "messages", "my", "objections", "organisations",
        "papers", "people", "promises", "readings", "replies", "reviews", "robots.txt", "safe", "sign-in",
        "sign-out", "start", "static", "stories", "tasks", "tell", "verdicts", "voices", "way-back",
        ".well-known", "wishes", "wordings", "words",
    }
)  # fmt: skip
"""First parts of addresses that are ours, so that no area may be called so; a check keeps it complete."""


def not_one_of_our_pages(slug: str) -> None:
    """Refuse a name that would hide one of our own pages."""
    if slug in RESERVED:
        raise ValidationError("This name is taken by one of our own pages. Please choose another.")


slug_of_an_area = RegexValidator(r"^[a-z][a-z0-9-]{1,48}$", "Use small letters, numbers and dashes.")


class Area(models.Model):
    """A place: a neighbourhood or local authority, in a region, in a nation. Roles do not flow down."""

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", "Neighbourhood"
        AUTHORITY = "authority", "Local authority"
        REGION = "region", "Region"
        NATION = "nation", "Nation"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=50, unique=True, validators=[slug_of_an_area, not_one_of_our_pages])
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.AUTHORITY)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    controller = models.CharField(max_length=200, blank=True)
    privacy_contact = models.CharField(max_length=200, blank=True)
    languages = models.JSONField(default=list, blank=True)
    person_to_ring = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A forum, council, school, health service, provider: whatever can be asked, answer and promise."""

    class Kind(models.TextChoices):
        FORUM = "forum", "Parent carer forum"
        COUNCIL = "council", "Council"
        SCHOOL = "school", "School or setting"
        HEALTH = "health", "Health service"
        VOLUNTARY = "voluntary", "Voluntary organisation"
        PROVIDER = "provider", "Provider"
        REGULATOR = "regulator", "Regulator"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="organisations")
    also_in = models.ManyToManyField(Area, related_name="+", blank=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="an_area_names_an_organisation_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_service(self) -> bool:
        """Whether it gives services, so that those who work for it sit on the services' side."""
        return self.kind != self.Kind.FORUM

    @classmethod
    def of(cls, area: Area) -> models.QuerySet[Organisation, Organisation]:
        """Every organisation that works in this area, by name."""
        return cls.objects.filter(Q(area=area) | Q(also_in=area)).distinct().order_by("name")


def live_areas(on: date) -> models.QuerySet[Area, Any]:
    """The areas that exist on this day: councils merge."""
    begun = Q(since=None) | Q(since__lte=on)
    return Area.objects.filter(begun, Q(until=None) | Q(until__gt=on))
