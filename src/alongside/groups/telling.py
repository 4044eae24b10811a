"""What a group's people are told: written with the change, sent later, never twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from alongside.messages.models import Message
from alongside.messages.say import cancel, link, say
from alongside.people.models import Person

from .conditions import joined

if TYPE_CHECKING:
    from .decisions import Decision
    from .seats import Seat
    from .wordings import Agreement, Objection, Taken, Urgency, Wording


REVIEW = "decision-review"


def opened(decision: Decision, wording: Wording, at: datetime) -> None:
    """A decision waits for those who speak."""
    body = f"{wording.by.person} asks the group to decide something. {_days(decision)}"
    _say("decision-opened", wording.pk, decision, body, at, _speakers(decision, but=wording.by.person))


def worded(decision: Decision, wording: Wording, at: datetime) -> None:
    """There is a new wording, and nobody has agreed to it yet."""
    body = f"There is a {wording}, by {wording.by.person}. Nobody has agreed to it yet. {_days(decision)}"
    _say("wording-written", wording.pk, decision, body, at, _speakers(decision, but=wording.by.person))


def overtaken(decision: Decision, wording: Wording, at: datetime) -> None:
    """What was still to be said about this wording is news no more."""
    said = [("wording-written", wording.pk), ("decision-opened", wording.pk)]
    said += [("agreement-given", row.pk) for row in wording.agreements.all()]
    said += [("objection-made", row.pk) for row in wording.objections.all()]
    said += [("urgency-said", row.pk) for row in wording.urgencies.all()]
    for kind, about in said:
        for seat in _speakers(decision):
            cancel(_key(kind, about, seat), at=at, why="the decision has moved on")


def agreed_to(decision: Decision, agreement: Agreement, at: datetime) -> None:
    """Some partners have agreed; those that have not are told that it waits for them."""
    given = {one.partner_id for one in decision.agreements}
    names = joined(partner.name for partner in decision.group.partners.all() if partner.pk in given)
    body = f"{names} agreed to this wording. It waits for your partner’s yes, or for what you would change."
    waiting = [seat for seat in _speakers(decision) if seat.partner_id not in given and seat.partner.needed]
    _say("agreement-given", agreement.pk, decision, body, at, waiting)


def urged(decision: Decision, urgency: Urgency, at: datetime) -> None:
    """A partner says that this cannot wait; it counts when the others say so too."""
    given = set(decision.wording.urgencies.values_list("partner", flat=True))
    body = f"{urgency.partner} say that this cannot wait. It will be urgent only if every partner says so."
    waiting = [seat for seat in _speakers(decision) if seat.partner_id not in given]
    _say("urgency-said", urgency.pk, decision, body, at, waiting)


def objected(decision: Decision, objection: Objection, at: datetime) -> None:
    """Somebody cannot live with this wording. The words stay on the page, behind the door."""
    who = objection.seat.person
    body = f"{who} objects, and says what would make it acceptable. A new wording can help."
    _say("objection-made", objection.pk, decision, body, at, _speakers(decision, but=who))


def taken(decision: Decision, outcome: Taken) -> None:
    """It is decided: everybody with a seat is told."""
    overtaken(decision, outcome.wording, outcome.at)
    body = "Every partner agreed to the same wording. It is decided."
    everybody = decision.group.seats.filter(until=None).select_related("person")
    _say("decision-taken", decision.pk, decision, body, outcome.at, everybody)


def time_to_review(decision: Decision, at: datetime) -> bool:
    """The day has come that the group chose for looking at it again. False where nobody speaks now."""
    body = "It is time to look again: did this decision help? A new decision can take its place."
    speakers = _speakers(decision)
    with transaction.atomic():
        _say(REVIEW, decision.pk, decision, body, at, speakers)
    return bool(speakers)


def reviews_said() -> set[str]:
    """The ids of the decisions that somebody was told to look at again."""
    keys = Message.objects.filter(kind=REVIEW).values_list("key", flat=True)
    return {key.split("/")[1] for key in keys}


def _speakers(decision: Decision, but: Person | None = None) -> list[Seat]:
    """Those who give their partner's yes now, without the one who knows already."""
    seats = decision.group.seats.speaking().select_related("person", "partner")
    return [seat for seat in seats if seat.person != but]


def _days(decision: Decision) -> str:
    days = decision.group.digest_days
    if not days:
        return "Please read it, and say where your partner stands."
    time = "one day" if days == 1 else f"{days} days"
    return f"You have {time} to take it in."


def _key(kind: str, about: UUID, seat: Seat) -> str:
    return f"{kind}/{about}/{seat.person_id}"


def _say(kind: str, about: UUID, decision: Decision, body: str, at: datetime, seats: Iterable[Seat]) -> None:
    """One message each: about what, for whom, and nothing that is said behind the group's door."""
    for seat in seats:
        say(
            key=_key(kind, about, seat),
            kind=kind,
            subject=decision.title,
            body=f"{body}\n\n{link(decision.get_absolute_url())}",
            at=at,
            area=decision.area,
            person=seat.person,
        )
