"""What a moderator's reading means for the thing that was read: a story, or a reply."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from alongside.documents.models import Text
from alongside.people.cornerstones import cornerstones
from alongside.people.errors import Refused
from alongside.people.models import Organisation, Person
from alongside.safety.errors import ChangedMeanwhile
from alongside.safety.models import Change, Held, Passed, Reading
from alongside.safety.readings import ReadingDoor
from alongside.safety.seriousness import alarming

from . import notices
from .consents import Consent
from .pictures import Picture
from .replies import Reply
from .stories import Part, Story, Touches


@dataclass(frozen=True)
class Read:
    """A reading with the thing that it reads: its words, and whom it is about. Never who told it."""

    reading: Reading
    thing: Story | Reply

    @property
    def is_reply(self) -> bool:
        """Whether an organisation wrote it."""
        return isinstance(self.thing, Reply)

    @property
    def organisation(self) -> Organisation:
        """Whom it is about, or who wrote it."""
        return self.thing.organisation

    @property
    def is_filed(self) -> bool:
        """Whether somebody at the forum has said whom it is about, as its teller was not sure."""
        return not self.is_reply and hasattr(self.story, "filed")

    @property
    def may_be_filed(self) -> bool:
        """Whether its teller was not sure whom it is about, and it has not gone on yet."""
        unsure = self.is_filed or not self.organisation.is_service
        return unsure and not self.is_reply and not self.reading.is_passed

    @property
    def story(self) -> Story:
        """The story, or the one that was answered."""
        return self.thing.story if isinstance(self.thing, Reply) else self.thing

    @property
    def allowed(self) -> list[Consent]:
        """What its teller allows today."""
        return [consent for consent in self.story.consents.all() if consent.stands(localdate())]

    @property
    def parts(self) -> list[Part]:
        """The words, question by question."""
        if isinstance(self.thing, Reply):
            return [Part("reply", "The answer", self.thing.text)]
        return [*self.thing.parts, *([self.picture.part] if self.picture else [])]

    @property
    def picture(self) -> Picture | None:
        """The picture that its teller sent, taken out or not."""
        return None if self.is_reply else getattr(self.thing, "picture", None)

    def part(self, step: str) -> Part | None:
        """One of them."""
        return next((part for part in self.parts if part.step == step), None)


def ours(readings: ReadingDoor) -> ReadingDoor:
    """Those of a story or a reply; other rooms show their own."""
    stories = Story.objects.filter(reading__isnull=False).values("reading")
    replies = Reply.objects.filter(reading__isnull=False).values("reading")
    return readings.filter(Q(pk__in=stories) | Q(pk__in=replies))


def things(readings: Iterable[Reading]) -> list[Read]:
    """Each reading with its story or reply, in a number of queries that does not grow."""
    rows = list(readings)
    stories = Story.objects.filter(reading__in=rows).with_words()
    by_reading: dict[object, Story | Reply] = {story.reading_id: story for story in stories}
    if others := [row for row in rows if row.pk not in by_reading]:
        told = ("story__happened", "story__good", "story__better")
        for reply in Reply.objects.filter(reading__in=others).with_words().select_related(*told):
            by_reading[reply.reading_id] = reply
    return [Read(row, by_reading[row.pk]) for row in rows if row.pk in by_reading]


def pass_on(
    reading: Reading, by: Person, seriousness: int, at: datetime, touches: Collection[str] = ()
) -> Passed:
    """Let it go on. A reply goes to the teller with this; a serious story to the safeguarding lead."""
    with transaction.atomic():
        passed = reading.pass_on(by, seriousness, at)
        story, reply = _story(reading), _reply(reading)
        if story is not None:
            Touches.objects.bulk_create(
                [Touches(story=story, cornerstone=slug) for slug in touches if slug in cornerstones()],
                ignore_conflicts=True,
            )
            _tell_the_lead(story, passed.seriousness, at)
        if reply is not None:
            notices.answered(reply, at)
    return passed


def hold(reading: Reading, by: Person, seriousness: int, why: str, at: datetime) -> Held:
    """Keep it back for now, with a reason. A serious story goes to the safeguarding lead all the same."""
    with transaction.atomic():
        held = reading.hold(by, seriousness, why, at)
        story = _story(reading)
        if story is not None:
            _tell_the_lead(story, held.seriousness, at)
    return held


def take_out(
    reading: Reading,
    step: str,
    words: str,
    took_out: str,
    why: str,
    by: Person,
    at: datetime,
    version: int | None = None,
) -> Change:
    """Take something out of one part, and tell whoever told it what and why, without knowing who that is.

    ``version`` is the one that the page showed: words that somebody changed since are not written over.
    """
    part = next(iter(things([reading])), None)
    found = part.part(step) if part else None
    if part is None or found is None:
        raise Refused("These words are not here any more.")
    with transaction.atomic():
        reading.hold_the_row()  # before the text: whoever takes a story back queues here as well
        text = Text.objects.select_for_update().get(pk=found.text.pk)
        if version is not None and text.body != words and version_of(text) != version:
            raise ChangedMeanwhile
        change = reading.take_out(text, words, took_out, why, by, at)
        if not part.is_reply:
            notices.changed(part.story, change.pk, change.took_out, change.why, at)
    return change


def version_of(text: Text) -> int:
    """The number of the version that stands."""
    number: int = text.versions.order_by("-number").values_list("number", flat=True)[0]
    return number


def _story(reading: Reading) -> Story | None:
    return Story.objects.filter(reading=reading).select_related("area").first()


def _reply(reading: Reading) -> Reply | None:
    return Reply.objects.filter(reading=reading).select_related("story__area", "organisation", "text").first()


def _tell_the_lead(story: Story, seriousness: int, at: datetime) -> None:
    if seriousness in alarming():
        notices.ask_the_lead(story, at)
