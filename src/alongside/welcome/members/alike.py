"""Who may be on the list twice. We only suggest; a person who knows them says so."""

from __future__ import annotations

import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from django.db import models, transaction

from alongside.journal.models import record
from alongside.people.models import ContactProfile, Member, Organisation, Person
from alongside.people.viewer import Viewer

from .errors import ChangedMeanwhile, NotTheirs
from .forums import kept_by

SHOWN = 20
LISTS = frozenset({"people.ContactProfile", "people.Member", "messages.Message", "welcome.TwoPeople"})
"""What everybody on a list has. Whatever else points at somebody is more than a line on a list."""


class TwoPeople(models.Model):
    """Somebody said that these two are not the same person: they are not suggested again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first = models.ForeignKey(Member, models.CASCADE, related_name="+")
    second = models.ForeignKey(Member, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="two_people_are_told_apart_once"),
        ]

    def __str__(self) -> str:
        return "two people"

    @classmethod
    def say(cls, one: Member, other: Member, by: Person, at: datetime) -> None:
        """They are two. Twice is once. Raises ``NotTheirs``."""
        _theirs(one, other, by)
        first, second = sorted((one, other), key=lambda member: str(member.pk))
        cls.objects.get_or_create(first=first, second=second, defaults={"by": by, "at": at})


@dataclass(frozen=True)
class Pair:
    """Two members who may be one. ``why`` is what is alike."""

    first: Member
    second: Member
    why: str


def pairs(forum: Organisation) -> list[Pair]:
    """Those to look at, by name. Two questions, however many members."""
    now = Member.objects.filter(forum=forum, left_at=None).select_related("person__contact")
    groups: dict[Any, list[Member]] = defaultdict(list)
    for member in now.order_by("joined_at", "pk"):
        for likeness in _likenesses(member):
            groups[likeness].append(member)
    told_apart = set(TwoPeople.objects.filter(first__forum=forum).values_list("first", "second"))
    found: dict[Any, Pair] = {}
    for (why, *_), alike in groups.items():
        for one, other in combinations(alike[:5], 2):
            both = tuple(sorted((one.pk, other.pk), key=str))
            if both not in told_apart:
                found.setdefault(both, Pair(one, other, why))
    return sorted(found.values(), key=lambda pair: pair.first.person.screen_name.casefold())[:SHOWN]


def _likenesses(member: Member) -> Iterable[tuple[str, ...]]:
    folded = unicodedata.normalize("NFKD", member.person.screen_name.casefold())
    letters = "".join(one if one.isalnum() else " " for one in folded if not unicodedata.combining(one))
    words = letters.split()
    if len(words) > 1:  # a first name alone is no likeness
        yield ("Their names are alike.", *sorted(words))
        if member.postcode_area:
            yield "Their names are alike, and where they live.", words[0][0], words[-1], member.postcode_area
    profile = getattr(member.person, "contact", None)
    if profile and profile.post_address and words:
        where = "".join(one for one in profile.post_address.casefold() if one.isalnum())
        yield "They live at one address, and their first names are alike.", words[0][:3], where


def is_only_listed(person: Person) -> bool:
    """Whether this is a line on lists and nothing more: no seat, no task, no account, nothing they did."""
    for link in Person._meta.get_fields(include_hidden=True):
        if not isinstance(link, models.ManyToOneRel):  # of which one to one is a kind
            continue
        model = link.related_model
        if model._meta.label in LISTS:
            continue
        if model._base_manager.filter(**{link.field.name: person}).exists():
            return False
    return True


def join_into_one(keep: Member, go: Member, by: Person, at: datetime) -> bool:
    """They are one person: ``keep`` stays. True if the other was forgotten as a person too.

    Whoever has an account, a seat or a task is no mere line: of such a person only the membership ends.
    Nobody’s way to sign in changes, but for somebody who has none and is a line alone.
    Raises ``NotTheirs`` or ``ChangedMeanwhile``.
    """
    _theirs(keep, go, by)
    with transaction.atomic():
        both = Member.objects.select_for_update(of=("self",)).filter(left_at=None, pk__in=[keep.pk, go.pk])
        rows = {row.pk: row for row in both.select_related("person", "forum").order_by("pk")}
        if len(rows) != 2:
            raise ChangedMeanwhile
        stays, goes = rows[keep.pk], rows[go.pk]
        forgotten = is_only_listed(goes.person)
        _take_over(stays, goes)
        _say_the_later(stays, goes)
        stays.save(update_fields=["joined_at", "postcode_area", "may_contact", "said_on"])
        if forgotten:
            _forget(stays.person, goes.person, at, by)
        else:
            goes.leave(at, by)
        area = stays.forum.area_id
        record("members.joined_into_one", area_id=area, about=stays.person, at=at, by=by, forgotten=forgotten)
    return forgotten


def _take_over(stays: Member, goes: Member) -> None:
    stays.joined_at = min(stays.joined_at, goes.joined_at)
    stays.postcode_area = stays.postcode_area or goes.postcode_area


def _say_the_later(stays: Member, goes: Member) -> None:
    """Whether we may write is what they said last; where that is not known, no."""
    if stays.may_contact == goes.may_contact:
        return
    here, there = stays.said_on, goes.said_on
    if here and there and here != there:
        last = stays if here > there else goes
        stays.may_contact, stays.said_on = last.may_contact, last.said_on
    else:
        stays.may_contact, stays.said_on = False, here or there


def _forget(stays: Person, goes: Person, at: datetime, by: Person) -> None:
    had = {"email": goes.email, "phone": goes.phone}
    profile = ContactProfile.objects.filter(person=goes).first()
    line = is_only_listed(stays)
    goes.blank(at, by)
    if line:
        new = {name: value for name, value in had.items() if value and not getattr(stays, name)}
        for name, value in new.items():
            setattr(stays, name, value)
        stays.save(update_fields=list(new))
    if profile is not None:
        _complete(stays, profile, line)


def _complete(person: Person, other: ContactProfile, line: bool) -> None:
    """What is not known of them yet, from the other line."""
    own, _new = ContactProfile.objects.get_or_create(person=person)
    for name in ("formats", "languages", "post_address"):
        setattr(own, name, getattr(own, name) or getattr(other, name))
    if line:
        own.channels = [*own.channels, *(one for one in other.channels if one not in own.channels)]
    own.save()


def _theirs(one: Member, other: Member, by: Person) -> None:
    if one.forum_id != other.forum_id or one.pk == other.pk or not kept_by(Viewer(by), one.forum):
        raise NotTheirs
