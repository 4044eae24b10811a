"""Read the promises again and say where they break a rule. None when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from alongside.messages.models import Message
from alongside.people.days import day_of

from .promise import Accepted, Promise
from .refusing import Refusal
from .rounds import Checked, Delivered, NotConfirmed, Reopened
from .saying import must_open_again
from .telling import Told, Verdict


def faults() -> Iterator[str]:
    """A sentence for each thing that cannot have come about through the verbs."""
    yield from _answered_twice_or_by_their_own_side()
    yield from _told_without_their_message()
    yield from _messages_without_told()
    yield from _checked_by_an_owner()
    yield from _verdicts_too_early()
    yield from _rounds_out_of_order()
    yield from _silence_that_was_none()
    yield from _noes_without_consequence()


def _answered_twice_or_by_their_own_side() -> Iterator[str]:
    for promise in Promise.objects.filter(accepted__isnull=False, refusal__isnull=False):
        yield f"{promise.pk}: taken on, and refused as well"
    for answer in (Accepted, Refusal):
        offers = answer.objects.exclude(promise__offered_by="")
        for one in offers.filter(by=F("promise__made_by")):
            yield f"{one.promise_id}: answered by the side that offered it"
        for one in offers.filter(promise__offered_by="service").exclude(by=F("promise__lived_owner")):
            yield f"{one.promise_id}: answered by somebody who was not asked"


def _told_without_their_message() -> Iterator[str]:
    """That a message is there is the database's care; that it went to this teller is ours."""
    for told in Told.objects.exclude(message__way_back=F("way_back")):
        yield f"told {told.pk}: its message went to somebody else"
    for told in Told.objects.filter(delivered__checked=None):
        yield f"told {told.pk}: told before anybody checked"


def _messages_without_told() -> Iterator[str]:
    known = Told.objects.values("message")
    for message in Message.objects.filter(key__startswith="told:").exclude(pk__in=known):
        yield f"message {message.pk}: tells of a promise, and no row says who was told"


def _checked_by_an_owner() -> Iterator[str]:
    owner = Q(by=F("delivered__promise__lived_owner")) | Q(by=F("delivered__promise__service_owner"))
    for checked in Checked.objects.filter(owner | Q(by=F("delivered__by"))):
        yield f"{checked.delivered_id}: checked by its own owner"
    for checked in Checked.objects.select_related("by", "delivered__promise"):
        there = Q(organisation=checked.delivered.promise.organisation_id, since__lte=checked.at)
        if checked.by.roles.filter(there, Q(until=None) | Q(until__gt=checked.at)).exists():
            yield f"{checked.delivered_id}: checked by someone who worked there"


def _verdicts_too_early() -> Iterator[str]:
    for verdict in Verdict.objects.select_related("told").iterator(chunk_size=500):
        if day_of(verdict.told.at) > verdict.on:
            yield f"verdict {verdict.pk}: given before its teller was told"
        if verdict.number == 2 and verdict.told.asked_again_id is None:
            yield f"verdict {verdict.pk}: a second one, and nobody asked again"


def _rounds_out_of_order() -> Iterator[str]:
    for delivered in Delivered.objects.filter(promise__accepted=None):
        yield f"{delivered.pk}: delivered before anybody took it on"
    for delivered in Delivered.objects.filter(number__gt=1):
        before = Delivered.objects.filter(promise=delivered.promise_id, number=delivered.number - 1).first()
        if before is None or not before.is_reopened:
            yield f"{delivered.pk}: delivered again, and nothing had opened it again"


def _silence_that_was_none() -> Iterator[str]:
    for closed in NotConfirmed.objects.select_related("delivered"):
        said = Verdict.objects.filter(told__delivered=closed.delivered, told__from_within=False)
        said = said.filter(on__lt=day_of(closed.at))
        if said.exists() or not closed.delivered.tellings.exists():
            yield f"{closed.delivered_id}: not confirmed, and it was not silence"


def _noes_without_consequence() -> Iterator[str]:
    current = Delivered.objects.current().filter(tellings__verdicts__counted=Verdict.Answer.NO).distinct()
    for delivered in current.prefetch_related("tellings__verdicts"):
        if must_open_again([verdict.counted for verdict in delivered.standing]):
            yield f"{delivered.pk}: a third says no, and it was not opened again"
    later = Delivered.objects.filter(
        promise=OuterRef("delivered__promise"), number__gt=OuterRef("delivered__number")
    )
    for reopened in Reopened.objects.filter(~Exists(later), by=None):
        noes = Verdict.objects.filter(told__delivered=reopened.delivered_id, counted=Verdict.Answer.NO)
        if not noes.exists():
            yield f"{reopened.pk}: opened again by the rule, and nobody says no"
