"""From a draft to a story: once, whatever happens to the line in between."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.documents.models import Text
from alongside.journal import models as journal
from alongside.messages.models import Channel, WayBack
from alongside.people.days import day_of, midnight, month_of
from alongside.people.models import Person
from alongside.safety.concerns import Reach
from alongside.safety.errors import ManyAtOnce
from alongside.safety.models import Draft, Reading
from alongside.welcome.limits import Limit
from alongside.welcome.sealed import seal, unseal

from .answers import Answers
from .consents import LASTS, Consent
from .errors import NothingTold
from .notices import thank
from .pictures import goes_along
from .stories import QUESTIONS, Story, Teller

FROM_A_PLACE = Limit("tell from a place", 80)
"""Forty people in one hall, two stories each."""
TO_AN_ADDRESS = Limit("thank an address", 5)
"""So that nobody fills a stranger's inbox by giving their address again and again."""


def may_tell(place: str, at: datetime) -> None:
    """Count one story from this place (an internet address). Raises ``ManyAtOnce``."""
    if not FROM_A_PLACE.take(place, at):
        raise ManyAtOnce


def was_told(key: UUID) -> bool:
    """Whether the draft with this key became a story."""
    return Story.objects.filter(form_key=key).exists()


def tell(draft: Draft, at: datetime, by: Person | None = None) -> tuple[Story, str | None]:
    """Make one story of a draft, and empty the draft. Returns it with the secret of a secret link.

    The draft's id is the story's form key: telling it again finds the story that is there. ``by`` is the
    signed-in person, if any: kept as their way back if they wish; else only of a moderator of the area, who
    must not read their own. What stays has a day and no hour (decision 0006).
    Raises ``NothingTold`` while all three pages are empty.
    """
    with transaction.atomic():
        now = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if there := Story.objects.filter(form_key=draft.pk).first():
            return there, shown_link(now) if now else None
        if now is None:
            raise NothingTold("We do not have these words any more. Please write them once again.")
        answers = Answers.of(now)
        story = _story(now, answers, at, by)
        _consents(story, answers, at)
        goes_along(story, now.file, answers.picture_shows, at)
        token = _way_back(story, answers.reach(by), at)
        shown = token if token and answers.channel == Channel.LINK else ""
        now.empty(at, link=seal(shown) if shown else "", channel=answers.channel, uses=",".join(answers.uses))
        journal.record("story.told", area_id=story.area_id, about=story, at=midnight(at))
    return story, shown or None


def shown_link(draft: Draft) -> str | None:
    """The secret of a link that is shown for an hour. It lies sealed: a copy of the database opens none."""
    return unseal(draft.answers.get("link") or "") or None


def _story(draft: Draft, answers: Answers, at: datetime, by: Person | None) -> Story:
    area, on = draft.area, day_of(at)
    words = {step: body for step in QUESTIONS if (body := answers.words(step)).strip()}
    if not words:
        raise NothingTold
    about = answers.organisation(area)
    return Story.objects.create(
        form_key=draft.pk,
        area=area,
        organisation=about,
        reading=Reading.open(area=area, about=about, on=on, author=by),
        perspective=answers.perspective,
        told_on=on,
        month=month_of(on),
        **{step: Text.write(body, area=area, at=midnight(at)) for step, body in words.items()},
    )


def _consents(story: Story, answers: Answers, at: datetime) -> None:
    Consent.objects.bulk_create(
        Consent(
            story=story,
            use=use,
            named=answers.named,
            name=answers.name,
            since=day_of(at),
            until=day_of(at + LASTS),
        )
        for use in answers.uses
    )


def _way_back(story: Story, reach: Reach | None, at: datetime) -> str | None:
    """Keep how to reach the teller, and thank them. Nothing is opened for who does not want to be reached."""
    if reach is None:
        return None
    way_back, token = WayBack.open_new(
        area=story.area,
        channel=reach.channel,
        address=reach.address,
        call_me=reach.call_me,
        hint=reach.hint,
        person=reach.person,
    )
    Teller.objects.create(story=story, way_back=way_back)
    # A refusal would say that somebody told us something with this address: so there is none.
    if not reach.address or TO_AN_ADDRESS.take(reach.address, at):
        thank(way_back, token, at)
    return token
