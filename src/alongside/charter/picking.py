"""Picking evidence, and putting a link beside it. What somebody told is used under consent."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.text import Truncator

from alongside.groups.models import Decision
from alongside.people.days import day_of
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise
from alongside.voice.consents import use_story
from alongside.voice.models import Consent, Reply, Story
from alongside.voice.notices import YOUR_PAGE, to_teller

from .errors import NotALink, NotOffered
from .evidence import Evidence, must_work_at
from .in_use import Spot
from .offered import Thing, ground_of, offered

is_https = URLValidator(schemes=["https"])


def pick(spot: Spot, thing: Thing, by: Person, at: datetime) -> Evidence:
    """Somebody who works there picks what is offered. Safe to repeat; its teller is told, once.

    Raises ``NotFromHere``, or ``NotOffered`` for what no teller allows any more.
    """
    must_work_at(spot.place, by)
    kind, pk = thing
    with transaction.atomic():
        found = offered(kind, spot, Viewer(by), day_of(at)).filter(pk=pk).first()
        if found is None:
            raise NotOffered
        consent = _used(spot, found, by, at)
        said = {"consent": consent, "by": by, "on": day_of(at)}
        row, new = Evidence.objects.get_or_create(**spot.keys, **{kind.value: found}, defaults=said)
        if row.consent != consent:
            row.consent = consent
            row.save(update_fields=["consent"])
        if new:
            row.remember("evidence.picked", by, at)
    return row


def add_link(spot: Spot, link: str, called: str, by: Person, at: datetime) -> Evidence:
    """Put an address with a name beside the rest; the same address once.

    Raises ``NotFromHere`` or ``NotALink``.
    """
    must_work_at(spot.place, by)
    try:
        is_https(link)
    except ValidationError as wrong:
        raise NotALink(field="link") from wrong
    with transaction.atomic():
        said = {"called": called, "by": by, "on": day_of(at)}
        row, new = Evidence.objects.get_or_create(**spot.keys, link=link, defaults=said)
        if new:
            row.remember("evidence.picked", by, at)
    return row


def _used(spot: Spot, thing: Story | Reply | Decision | Promise, by: Person, at: datetime) -> Consent | None:
    """Write down the use of the story behind it, and tell its teller. None where there is no story.

    An answer may repeat what it answers, so that it needs the same consent.
    """
    if not isinstance(thing, Story | Reply):
        return None
    story = Story.locked(thing.pk if isinstance(thing, Story) else thing.story_id)
    consent = ground_of([story], day_of(at)).get(story.pk)
    if consent is None:
        raise NotOffered
    where = f"{spot.place} shows it for its charter: {spot.statement.families or spot.words}"
    use_story(story, Truncator(where).chars(200), by, at, consent.use)
    to_teller(
        story,
        key=f"evidence:{story.pk}:{spot.place.pk}",
        kind="evidence",
        body="A service shows what you told us, as you allowed. It stands with what it does for its charter. "
        f"{YOUR_PAGE} You can take it back there.",
        at=at,
    )
    return consent
