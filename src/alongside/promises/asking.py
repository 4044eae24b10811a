"""What we write while a promise waits for a yes: to whoever is asked, and to everybody when it is a no."""

from __future__ import annotations

from datetime import datetime

from alongside.look.dates import day as long_day
from alongside.people.models import Person
from alongside.voice.links import tellers_of
from alongside.voice.models import Story, Teller

from .letters import page, to_person, to_teller
from .promise import Promise, Reason


def please_answer(promise: Promise, at: datetime) -> None:
    """Ask whoever is to take it on: the owner there, or the owner who lives with it."""
    if promise.offered_by == Promise.Side.SERVICE:
        _please_see_to_it(promise, at)
        return
    body = (
        f"“{promise.title}” ({promise.reference}) is a promise that {promise.organisation} is asked to "
        f"make, by {long_day(promise.due_on)}. It counts as soon as someone who works there takes it on. "
        f"They can also say no, and why:\n\n{page(promise)}"
    )
    key = f"promise-accept:{promise.pk}"
    to_person(key, promise.service_owner, promise, at, "A promise to take on", body)


def _please_see_to_it(promise: Promise, at: datetime) -> None:
    body = (
        f"{promise.organisation} would like to promise this: “{promise.title}” ({promise.reference}), by "
        f"{long_day(promise.due_on)}. You are asked to see to it for those who live with it. Without your "
        f"yes it does not count. You can also say no, and why.\n\n{page(promise)}"
    )
    key = f"promise-accept:{promise.pk}"
    to_person(key, promise.lived_owner, promise, at, "They ask for your yes", body)


def tell_of_the_no(promise: Promise, by: Person, why: str, at: datetime) -> None:
    """Both owners and whoever wrote it down hear why not, and so does each teller who asked for it."""
    body = f"“{promise.title}” ({promise.reference}) was answered with: No, because…\n\n“{why}”\n\n"
    body += f"It can be offered again, in another way:\n\n{page(promise)}"
    for person in {*promise.owners, promise.made_by} - {by}:
        to_person(f"promise-refused:{promise.pk}", person, promise, at, "No, because…", body)
    stories = Reason.objects.stories_behind([promise])[promise.pk]
    for teller in tellers_of(Story.objects.filter(pk__in=stories)):
        _tell_a_teller(promise, teller, why, at)


def _tell_a_teller(promise: Promise, teller: Teller, why: str, at: datetime) -> None:
    body = (
        f"You told us how it was. So {promise.organisation} was asked for this: “{promise.title}”. "
        f"It will not be done. They answer: No, because…\n\n“{why}”\n\n"
        f"Everyone can read this answer:\n\n{page(promise)}"
    )
    key = f"promise-refused:{promise.pk}:{teller.story_id}"
    to_teller(key, teller.way_back, "What came of it", body, at, secret=False)
