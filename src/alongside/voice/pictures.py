"""A picture that goes with a story: seen by whom the story’s door lets in, unless a moderator took it out."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Q

from alongside.documents.models import File, Text, Version
from alongside.journal import models as journal
from alongside.people.days import day_of, midnight
from alongside.people.errors import Refused
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.safety.errors import ManyAtOnce
from alongside.safety.models import Draft, Dropped, Reading
from alongside.welcome.limits import Limit

from . import notices
from .errors import Empty, NotForYou
from .stories import Part, Story

STEP = "picture"
WHAT_IT_SHOWS = "What the picture shows"
FROM_A_PLACE = Limit("send a picture", 60)
"""Each is looked at by a process of its own: forty people in one hall, and some who choose another one."""


class PictureDoor(models.QuerySet["Picture"]):
    """Which pictures a viewer may open."""

    def visible_to(self, viewer: Viewer, on: date | None = None) -> PictureDoor:
        """Those of the stories one may open. What was taken out is the forum’s alone."""
        stands = Q(taken_out=None, story__in=Story.objects.visible_to(viewer, on))
        moderates = Q(story__reading__in=Reading.objects.visible_to(viewer))
        co_ordinates = Q(story__in=Story.objects.recordable_by(viewer))
        return self.filter(stands | moderates | co_ordinates)


class Picture(models.Model):
    """One picture of a story, and what it shows in words."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="picture")
    file = models.OneToOneField(File, models.PROTECT, related_name="+")
    shows = models.OneToOneField(Text, models.PROTECT, related_name="+")

    objects = PictureDoor.as_manager()

    def __str__(self) -> str:
        return "a picture"

    @property
    def is_taken_out(self) -> bool:
        """Whether a moderator took it out."""
        return hasattr(self, "taken_out")

    @property
    def part(self) -> Part:
        """What it shows, as one of the answers of its story: a moderator reads that too."""
        return Part(STEP, WHAT_IT_SHOWS, self.shows)


class TakenOut(models.Model):
    """A moderator took the picture out: only the forum sees it."""

    picture = models.OneToOneField(Picture, models.CASCADE, primary_key=True, related_name="taken_out")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"taken out: {self.why}"


def put_in(draft: Draft, sent: UploadedFile[bytes], place: str, at: datetime) -> None:
    """Keep this picture with the draft, in place of another. Raises ``Refused``; then that one stays."""
    if not FROM_A_PLACE.take(place, at):
        raise ManyAtOnce
    draft.put(File.keep(sent, purpose="picture", area=draft.area, on=day_of(at)), at)


def goes_along(story: Story, file: File | None, shows: str, at: datetime) -> None:
    """What was kept with the draft goes with the story."""
    if file is not None:
        words = Text.write(shows, area=story.area, at=midnight(at))
        Picture.objects.create(story=story, file=file, shows=words)


def take_picture_out(reading: Reading, why: str, by: Person, at: datetime) -> TakenOut:
    """Nobody but the forum sees it from now on. Its teller is told why. Safe to repeat."""
    why = why.strip()
    if not why:
        raise Empty("Please write why. Who sent the picture reads it.")
    with transaction.atomic():
        now = Reading.objects.select_for_update().get(pk=reading.pk)
        if not Reading.objects.visible_to(Viewer(by)).filter(pk=now.pk).exists():
            raise NotForYou
        found = Picture.objects.filter(story__reading=now).select_related("story__area").first()
        if found is None or Dropped.objects.filter(reading=now).exists():
            raise Refused("The person who told this has taken it back, so the picture is gone.")
        out, new = TakenOut.objects.get_or_create(picture=found, defaults={"by": by, "why": why, "at": at})
        if new:
            notices.picture_taken_out(found.story, why, at)
            journal.record("reading.changed", area_id=now.area_id, about=now, at=midnight(at), by=by)
    return out


def remove(story_id: uuid.UUID) -> None:
    """Its teller took the story back: the picture goes, and the words with it."""
    for picture in Picture.objects.filter(story=story_id).select_related("file", "shows"):
        picture.delete()
        picture.file.remove()
        Version.objects.filter(text=picture.shows).delete()
        picture.shows.delete()
