"""One message for each reader of a newsletter: in their own channel, outside their quiet hours, once.

Some hundreds at a time, so that no page waits for thousands. Whoever is killed in between begins again where
they stood: the key of a message says for whom it is.
"""

from __future__ import annotations

from datetime import datetime

from alongside.messages.models import Message
from alongside.messages.say import link, say, unsaid
from alongside.people.models import Member

from ..joining.belonging import KIND, way_out
from .letter import Newsletter, Posted, readers

SOME = 300
STOP = (
    "You get this from {forum}, since you said that it may write to you. To stop it in one press:\n{link}\n"
)


def hand_out(at: datetime) -> int:
    """Say some of what is to be said. Returns how many messages there are more."""
    said = 0
    for posted in Posted.objects.filter(done_at=None).select_related("newsletter__forum__area"):
        said += _some(posted, at)
        if said >= SOME:
            break
    return said


def _some(posted: Posted, at: datetime) -> int:
    letter = posted.newsletter
    to = {_key(letter, member): member for member in readers(letter.forum, posted.at)}
    new = sorted(unsaid(to))[:SOME]
    for key in new:
        _say(letter, to[key], key, at)
    if len(new) < SOME:
        posted.done_at, posted.many = at, Message.objects.filter(key__startswith=_key(letter)).count()
        posted.save(update_fields=["done_at", "many"])
    return len(new)


def _say(letter: Newsletter, member: Member, key: str, at: datetime) -> None:
    stop = link(way_out(member))
    say(
        key=key,
        kind=KIND,
        subject=letter.subject,
        body=f"{letter.words.strip()}\n\n{STOP.format(forum=letter.forum, link=stop)}",
        at=at,
        area=letter.forum.area,
        person=member.person,
        leave=stop,
    )


def _key(letter: Newsletter, member: Member | None = None) -> str:
    return f"newsletter:{letter.pk}:{member.person_id if member else ''}"
