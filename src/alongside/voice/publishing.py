"""Showing a story to everyone, and taking things back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from alongside.documents.models import Version
from alongside.journal import models as journal
from alongside.people.days import day_of, midnight, month_of
from alongside.people.errors import Refused
from alongside.people.models import Person, Role
from alongside.safety.seriousness import levels

from . import notices, pictures, taken_back
from .consents import Consent, ConsentEnded, Publication, Use, Withdrawal
from .rules import must_allow, must_be, must_be_read
from .stories import Story


def publish(story: Story, by: Person, at: datetime) -> Publication:
    """A moderator or co-ordinator shows it to everyone, if its teller allows that. Safe to repeat."""
    on = day_of(at)
    with transaction.atomic():
        now = Story.locked(story.pk)
        must_be(by, now, Role.Name.MODERATOR, Role.Name.COORDINATOR)
        must_be_read(now)
        must_allow(now, Consent.Use.PUBLISH, on)
        if not levels()[now.reading.passed.seriousness].may_be_public:
            raise Refused(
                "This is too serious to be shown to everyone. The safeguarding lead decides what helps."
            )
        row, new = Publication.objects.get_or_create(
            story=now, defaults={"area": now.area, "by": by, "month": month_of(on)}
        )
        if new:
            now.used("Shown to everyone on this site", by, at, Consent.Use.PUBLISH)
            notices.published(now, at)
            journal.record("story.published", area_id=now.area_id, about=now, at=midnight(at), by=by)
    return row


def take_back(story: Story, use: str, at: datetime) -> Withdrawal | None:
    """The teller takes back one consent. Nothing happens to one that was never given."""
    with transaction.atomic():
        now = Story.locked(story.pk)
        consent = Consent.objects.filter(story=now, use=use).first()
        if consent is None:
            return None
        _, new = ConsentEnded.objects.get_or_create(consent=consent, defaults={"on": day_of(at)})
        if use == Consent.Use.PUBLISH:
            Publication.objects.filter(story=now).delete()
        row = _withdrawal(now, use, at)
        if new:
            taken_back.note(now, use, day_of(at))
            journal.record("consent.ended", area_id=now.area_id, about=now, at=midnight(at), use=use)
    return row


def withdraw(story: Story, at: datetime) -> Withdrawal:
    """The teller takes the whole story back: every consent ends, and the words are gone for good.

    The row stays, without a word, so that what rests on it still shows that something was said.
    """
    with transaction.atomic():
        now = Story.locked(story.pk)
        if there := Withdrawal.objects.filter(story=now, use="").first():
            return there
        now.reading.hold_the_row()  # a moderator in the middle of it goes first, and what she kept goes too
        row = _withdrawal(now, "", at)
        taken_back.note(now, "", day_of(at))
        for consent in Consent.objects.filter(story=now, ended=None):
            ConsentEnded.objects.create(consent=consent, on=day_of(at))
        Publication.objects.filter(story=now).delete()
        for text in (part.text for part in now.parts):
            Version.objects.filter(text=text).delete()
            text.body = ""
            text.save(update_fields=["body"])
        pictures.remove(now.pk)
        now.reading.drop(day_of(at))
        journal.record("story.withdrawn", area_id=now.area_id, about=now, at=midnight(at))
    return row


def _withdrawal(story: Story, use: str, at: datetime) -> Withdrawal:
    """With the honest list of what was done with it and cannot be undone."""
    row, _ = Withdrawal.objects.get_or_create(
        story=story,
        use=use,
        defaults={
            "organisation_id": story.organisation_id,
            "on": day_of(at),
            "cannot_recall": [f"{one.where}, {one.at:%B %Y}" for one in uses_of(story, use)],
        },
    )
    return row


def uses_of(story: Story, use: str = "") -> list[Use]:
    """What was done with it, under one consent or under any."""
    found = Use.objects.filter(story=story).select_related("consent")
    return list(found.filter(consent__use=use) if use else found)


def end_publications(at: datetime) -> int:
    """What its teller allowed until a day that has come is not public any more."""
    good = Consent.objects.live(Consent.Use.PUBLISH, day_of(at)).values("story")
    return Publication.objects.exclude(story__in=good).delete()[0]


def publishable(story: Story, at: datetime | None = None) -> bool:
    """Whether it may be shown to everyone now, and is not yet."""
    on = day_of(at or timezone.now())
    if story.is_public or not story.is_passed:
        return False
    return levels()[story.reading.passed.seriousness].may_be_public and story.allows(Consent.Use.PUBLISH, on)
