"""Send what is due: claim, send, write down that it has gone.

**Once, or at least once?** No mail server lets us send and write to our database in one step, so one of two
faults must be possible: a message lost, or a message sent twice. A lost "your promise is due" or "we did what
you asked for" breaks the loop in silence; a second copy is a small nuisance. So we choose *at least once*,
and make the second copy as rare and as recognisable as we can:

1. *Claim* the row in one conditional UPDATE (below). Whoever changes one row has it; two workers never hold
   the same message while the lease runs. The claim is committed before anything is sent.
2. *Send* outside any transaction: a slow mail server holds no lock.
3. Write *Gone*. A worker killed between 2 and 3 leaves the claim, its lease runs out, and the next worker
   sends again with the same Message-ID, by which mail programs fold the copies into one. So a message goes
   out at most once more than its sender was killed in that very gap; into the folder it goes once, since the
   second copy has the name of the first.

A mail server that is away for all is no fault of any message: nothing is counted, everything for it waits,
and one message asks again every few minutes, for a week. When the server is back, all go, once.

Nothing here looks at the engine. The claim compares ``tries`` with the number we read, a column of the very
row that is updated: PostgreSQL looks at it again after waiting for another worker, and SQLite writes one by
one anyway.

What was cancelled while it was on its way has gone all the same: *Gone* then says so, because it is true.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from . import reach, transports
from .models import Attempt, Channel, Gone, Message, Stopped, is_due

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""How long a claim holds: more than a whole batch can take (20 messages, 20 seconds of waiting each)."""
BATCH = 20
_M, _H = timedelta(minutes=1), timedelta(hours=1)
WAITS = (_M, 5 * _M, 15 * _M, _H, 4 * _H, 12 * _H, 24 * _H, 24 * _H)
"""How long we wait after each try that did not work; after the last, almost three days on, we give up."""
PAUSE = 5 * _M
"""How long nothing goes by a way that is closed; then one message looks whether it is open again."""
ITS_LONGEST = 6 * PAUSE
"""How long one message that found its way closed waits at most before it asks again itself."""
PATIENCE = timedelta(days=7)
"""How long a message waits for a way that is closed; then a human is asked to find another."""
BY_ITSELF = (Channel.EMAIL, Channel.TEXT)


def deliver_due(at: datetime) -> int:
    """Send up to one batch of what is due at this moment. Returns how many messages were taken in hand.

    Call it again while it returns more than nothing.
    """
    let_go_late(at)
    due = Message.objects.filter(is_due(at), channel__in=BY_ITSELF).order_by("due_at", "pk")
    batch = list(due.select_related("person", "way_back__person")[:BATCH])
    taken = 0
    for message in batch:
        if claim(message, at):
            taken += 1
            if not _deliver(message, at):
                break
    return taken


def let_go_late(at: datetime) -> int:
    """What nobody waits for any more never leaves; secrets that are of no use are emptied."""
    late = Message.objects.filter(gone=None, useless_at__lte=at)
    for message in late:
        message.let_go(Gone.How.LATE, at, why="nobody waits for it any more")
    stale = Message.objects.filter(secret=True, useless_at__lte=at).exclude(body="")
    return len(late) + stale.update(body="")


def claim(message: Message, at: datetime) -> bool:
    """Take this message in hand until the lease runs out. True for exactly one of those who ask."""
    gone = Gone.objects.filter(message=OuterRef("pk"))
    mine = Message.objects.filter(~Exists(gone), pk=message.pk, tries=message.tries)
    if not mine.update(tries=message.tries + 1, claimed_until=at + LEASE):
        return False
    message.tries += 1
    return True


def _deliver(message: Message, at: datetime) -> bool:
    """Whether the next one may be tried: not if everything of this kind would be in vain."""
    if message.person is not None and message.person.blanked_at:
        message.let_go(Gone.How.CANCELLED, at, why="this person has left")
        return True
    try:
        transports.send(_envelope(message, at))
    except transports.Never as never:
        _did_not_work(message, at, str(never), for_good=True)
    except transports.Closed as closed:
        if isinstance(closed, transports.Away):
            Stopped.found(message.channel, at)
        return _waits_for_all(message, at, str(closed))
    except Exception as error:
        # Whatever a transport raises is about this one message: the others must still go.
        _did_not_work(message, at, told(error))
    else:
        _is_open_again(message, at)
        _has_left(message, at)
    return True


def _waits_for_all(message: Message, at: datetime, why: str) -> bool:
    """This way is closed: whatever would go by it waits, and this try counts for nothing."""
    same_way = Message.objects.filter(is_due(at) | Q(pk=message.pk), channel=message.channel)
    same_way.filter(waits_since=None).update(waits_since=at)
    if message.waits_since and message.waits_since <= at - PATIENCE:
        _did_not_work(message, at, why, for_good=True)
        return True
    # Others ask next, the more so the longer this one has waited: it may be it alone that is not wanted.
    waited = at - (message.waits_since or at)
    mine = same_way.filter(pk=message.pk, tries=message.tries)
    mine.update(claimed_until=at + min(max(2 * PAUSE, waited), ITS_LONGEST), tries=message.tries - 1)
    same_way.exclude(pk=message.pk).update(claimed_until=at + PAUSE)
    log.warning("nothing goes by %s just now (%s): all of it waits", message.channel, why)
    return False


def _is_open_again(message: Message, at: datetime) -> None:
    """One has gone: if it had waited, the others need not wait any longer."""
    Stopped.is_over(message.channel)
    if not message.waits_since:
        return
    same_way = Message.objects.filter(gone=None, channel=message.channel, waits_since__isnull=False)
    same_way.filter(claimed_until__gt=at, tries=0).exclude(pk=message.pk).update(claimed_until=at)


def _has_left(message: Message, at: datetime) -> None:
    """Write down that it has gone; not where the other side was quicker, and has said that it came back."""
    with transaction.atomic():
        Message.objects.select_for_update().get(pk=message.pk)
        if not Gone.objects.filter(message=message, how__in=(Gone.How.FAILED, Gone.How.BY_HAND)).exists():
            message.let_go(Gone.How.SENT, at)


def _envelope(message: Message, at: datetime) -> transports.Envelope:
    to = reach.address_for(message)
    if not to:
        raise transports.Never("we have no address for it")
    return transports.Envelope(
        id=message.pk,
        kind=message.kind,
        channel=Channel(message.channel),
        to=to,
        subject=message.subject,
        body=message.body,
        at=at,
        due_at=message.due_at,
        leave=message.leave,
    )


def _did_not_work(message: Message, at: datetime, error: str, *, for_good: bool = False) -> None:
    give_up = for_good or message.tries > len(WAITS)
    with transaction.atomic():
        Attempt.objects.create(message=message, at=message.kept(at), error=error[:300])
        if Gone.objects.filter(message=message).exists():
            return  # cancelled meanwhile: nothing is left to do
        if give_up:
            message.let_go(Gone.How.FAILED, at, why=error)
        else:
            message.claimed_until = at + WAITS[message.tries - 1]
            message.save(update_fields=["claimed_until"])
    what_now = "given up" if give_up else "will be tried again"
    # Which one, nobody learns here: a log has hours, and the hour is when somebody told us something.
    log.warning("a message was not sent (%s), try %d: %s", error, message.tries, what_now)


def came_back(message: Message, at: datetime, why: str) -> None:
    """The other side could not deliver it after all: a human has to reach this person.

    ``why`` holds no address. What somebody has done by hand, or what is not needed any more, stays so.
    """
    with transaction.atomic():
        Message.objects.select_for_update().get(pk=message.pk)
        gone = Gone.objects.filter(message=message).first()
        if gone is None or gone.how == Gone.How.SENT:
            Attempt.objects.create(message=message, at=message.kept(at), error=why[:300])
            message.let_go(Gone.How.FAILED, at, why=why)


def told(error: Exception) -> str:
    """What went wrong, without the words of the error: they often hold an address."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__
