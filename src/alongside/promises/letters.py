"""What we write to people about a promise. Short, and safe to be seen on a lock screen."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse

from alongside.look.dates import day as long_day
from alongside.messages.models import Channel, Message, WayBack
from alongside.messages.say import link, say
from alongside.people.days import day_of, midnight, next_morning
from alongside.people.models import Person

from .promise import Promise
from .rounds import Delivered, Reopened
from .telling import Told, Verdict


def page(promise: Promise) -> str:
    """Where everything about it stands."""
    return link(reverse("website:thread", args=[promise.pk]))


def to_person(key: str, person: Person, promise: Promise, at: datetime, subject: str, body: str) -> Message:
    """A message to somebody who works on it; the same ``key`` reaches each of them once."""
    return say(
        key=f"{key}:{person.pk}",
        kind="promise",
        subject=subject,
        body=body,
        at=at,
        area=promise.area,
        person=person,
    )


def please_check(delivered: Delivered, to: Person, at: datetime) -> None:
    """Ask somebody who may check to have a look."""
    promise = delivered.promise
    body = (
        f"{delivered.by} says that “{promise.title}” ({promise.reference}) is done. Someone who is neither "
        f"owner and does not work for {promise.organisation} has to look. {_then(promise)}:\n\n"
        f"{page(promise)}"
    )
    to_person(f"promise-check:{delivered.pk}", to, promise, at, "A promise to check", body)


def _then(promise: Promise) -> str:
    if promise.is_offer:
        return "Then everyone can read it, and the next review shows if it helped"
    return "Then everyone who asked for it is told"


def remind(promise: Promise, to: Person, at: datetime, key: str) -> None:
    """A week before it is due, and when that day has gone by. Once each."""
    due, late = promise.due, promise.due < day_of(at)
    when = f"was due on {long_day(due)}" if late else f"is due on {long_day(due)}"
    body = f"“{promise.title}” ({promise.reference}) {when}. When it is done, say so here:\n\n{page(promise)}"
    subject = "A promise is late" if late else "A promise is due soon"
    to_person(key, to, promise, at, subject, body)


def said_no(verdict: Verdict, to: Person, key: str, on: date) -> None:
    """A *no* goes back to an owner, on the next morning, so that it does not give the hour away."""
    promise = verdict.told.delivered.promise
    words = f"They wrote:\n\n“{verdict.words}”\n\n" if verdict.words else ""
    path = reverse("promises:answer", args=[promise.pk, verdict.pk])
    body = (
        f"You said that “{promise.title}” ({promise.reference}) is done. Somebody who asked for it says: "
        f"No, this did not help.\n\n{words}Please open it again, or say why not:\n\n{link(path)}"
    )
    say(
        key=key,
        kind="promise",
        subject="It did not help",
        body=body,
        at=midnight(on),
        due_at=next_morning(on),
        area=promise.area,
        person=to,
    )


def to_teller(key: str, way_back: WayBack, subject: str, body: str, at: datetime, *, secret: bool) -> Message:
    """A message through the teller's own way back; a body that holds a secret is emptied once it has gone."""
    area = way_back.area
    reads = area.phone and way_back.channel != Channel.CALL  # who is on the phone already is not told to ring
    by_phone = f"\n\nWould you rather talk? {area.person_to_ring}, {area.phone}." if reads else ""
    return say(
        key=key,
        kind="told",
        subject=subject,
        body=body + by_phone,
        at=at,
        area=area,
        way_back=way_back,
        secret=secret,
    )


def _asking(way_back: WayBack, token: str) -> str:
    """Where to press: on their own page, or through a link. On the phone somebody presses for them."""
    if way_back.channel == Channel.LINK:
        return "Did it help? You can say so on this page, with one press."
    address = link(reverse("promises:verdict", args=[token]))
    if way_back.channel == Channel.CALL:
        return (
            f"Ask: did it help? Yes, partly, no, or too soon to say. Press their answer for them:\n{address}"
        )
    return f"Did it help? You can say so with one press, without signing in:\n{address}"


def tell(delivered: Delivered, key: str, way_back: WayBack, token: str, at: datetime) -> Message:
    """What is different now, and the question whether it helped."""
    promise = delivered.promise
    again = "It was opened again, and now it is done. " if delivered.number > 1 else "It is done. "
    body = (
        f"You told us how it was. {promise.organisation} promised: “{promise.title}”. {again}"
        f"Someone who does not work there has looked.\n\nWhat is different now:\n\n{delivered.text.body}\n\n"
        f"{_asking(way_back, token)}"
    )
    return to_teller(key, way_back, "What came of it", body, at, secret=way_back.channel != Channel.LINK)


def ask_again(told: Told, key: str, token: str, at: datetime) -> Message:
    """Four weeks later: is it still so?"""
    promise = told.delivered.promise
    body = (
        f"Some weeks ago we wrote to you about this promise by {promise.organisation}: “{promise.title}”. "
        f"Now that time has passed we ask you once more. After this we will not ask again.\n\n"
        f"{_asking(told.way_back, token)}"
    )
    way_back = told.way_back
    return to_teller(key, way_back, "How is it now?", body, at, secret=way_back.channel != Channel.LINK)


def opened_again(told: Told, reopened: Reopened) -> Message:
    """It did not help enough, so there will be another go."""
    promise = told.delivered.promise
    body = (
        f"The promise “{promise.title}” by {promise.organisation} is open again. {reopened.why}\n\n"
        f"It is due on {long_day(reopened.due_on)}. We will tell you when it is done."
    )
    key = f"promise-reopened:{reopened.pk}:{told.pk}"
    return to_teller(key, told.way_back, "It is open again", body, reopened.at, secret=False)


def why_not(verdict: Verdict, words: str, at: datetime) -> Message:
    """What the owners answer to a *no*."""
    promise = verdict.told.delivered.promise
    body = (
        f"You said that “{promise.title}” by {promise.organisation} did not help. "
        f"The people who made the promise have read it. They answer:\n\n“{words}”"
    )
    return to_teller(
        f"promise-why-not:{verdict.pk}",
        verdict.told.way_back,
        "An answer to what you said",
        body,
        at,
        secret=False,
    )
