"""Saying whom a story is about, where its teller was not sure: before it goes on, and never seeing who."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import Q

from alongside.journal import models as journal
from alongside.people.days import day_of, midnight
from alongside.people.errors import Refused
from alongside.people.models import Organisation, Person, Role
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading

from . import notices
from .errors import NotForYou
from .links import Basis
from .stories import Story, StoryDoor

GONE_ON = "This has been read and has gone on. So it stays where it is."


class Filed(models.Model):
    """The teller was not sure, and somebody at the forum has said whom it is about. Never who told it."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="filed")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return f"about {self.organisation}"


def fileable_by(viewer: Viewer) -> StoryDoor:
    """Stories of which this viewer may say whom they are about: told by somebody who was not sure.

    For the moderators who may read them; and for the co-ordinator, who sees no word of them.
    """
    unsure = Q(organisation__kind=Organisation.Kind.FORUM) | Q(filed__isnull=False)
    reads = Q(reading__in=Reading.objects.visible_to(viewer).values("pk"))
    coordinates = Q(area__in=viewer.areas_as(Role.Name.COORDINATOR)) & ~Q(organisation__in=viewer.works_for)
    return Story.objects.filter(unsure, reads | coordinates, reading__dropped=None)


def may_read(story: Story, viewer: Viewer) -> bool:
    """Whether this viewer is one of those who read it before it goes on."""
    return Reading.objects.visible_to(viewer).filter(pk=story.reading_id).exists()


def has_gone_on(story: Story) -> bool:
    """Whether a moderator has passed it, or something rests on it: then it stays where it is."""
    rests = Basis.objects.filter(story=story).exists()
    return rests or Story.objects.filter(pk=story.pk, reading__passed__isnull=False).exists()


def file_under(story: Story, organisation: Organisation, by: Person, at: datetime) -> Filed:
    """Say whom it is about, and tell its teller. It can be put right until it goes on; twice is once.

    From now on those who work there do not read it before others do.
    """
    with transaction.atomic():
        now = Story.locked(story.pk)
        reading = Reading.objects.select_for_update().get(pk=now.reading_id)
        if not fileable_by(Viewer(by)).filter(pk=now.pk).exists():
            raise NotForYou
        if has_gone_on(now):
            raise Refused(GONE_ON)
        if not places(now).filter(pk=organisation.pk).exists():
            raise Refused("Please choose who it is about.", field="organisation")
        if there := Filed.objects.filter(story=now, organisation=organisation).first():
            return there
        said = {"organisation": organisation, "by": by, "on": day_of(at)}
        filed, _ = Filed.objects.update_or_create(story=now, defaults=said)
        now.organisation = reading.about = organisation
        now.save(update_fields=["organisation"])
        reading.save(update_fields=["about"])
        notices.filed(now, at)
        journal.record(
            "story.filed", area_id=now.area_id, about=now, at=midnight(at), by=by, under=str(organisation)
        )
    return filed


def places(story: Story) -> models.QuerySet[Organisation, Organisation]:
    """Whom it can be about: everyone who works in the area, but the forum."""
    return Organisation.of(story.area).exclude(kind=Organisation.Kind.FORUM)
