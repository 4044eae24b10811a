"""A message that a human says, posts or passes on: what the page tells them."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.people import phones

from . import reach
from .models import Channel, Gone, Message


@dataclass(frozen=True)
class Task:
    """Whom to reach, how, and what the button says when it is done."""

    title: str
    who: str
    how: str
    address: str
    hint: str
    button: str
    done: str

    @property
    def number(self) -> str:
        """The number for a ``tel:`` link, if this is a call and we have one."""
        return self.address.replace(" ", "") if self.how == Channel.CALL else ""


_WORDS = {
    Channel.CALL: ("Ring {}", "I have rung", "You rang. Thank you."),
    Channel.LETTER: ("Write to {}", "I have posted it", "The letter is posted. Thank you."),
}
_OTHERWISE = ("Reach {} another way", "I have told them", "You told them. Thank you.")


def task_of(message: Message) -> Task:
    """The page's words for this message."""
    title, button, done = _WORDS.get(Channel(message.channel), _OTHERWISE)
    who = _who(message)
    address = reach.address_for(message)
    hint = message.way_back.hint if message.way_back else ""
    if message.channel in (Channel.CALL, Channel.TEXT):
        address = phones.spoken(address) if address else ""
    return Task(title.format(who), who, message.channel, address, hint, button, _ended(message, done))


def _who(message: Message) -> str:
    if message.person is not None:
        return message.person.screen_name
    way_back = message.way_back
    if way_back is not None and way_back.organisation is not None:
        return way_back.organisation.name
    return (way_back.call_me if way_back else "") or "someone who told us something"


def _ended(message: Message, done: str) -> str:
    gone: Gone | None = getattr(message, "gone", None)
    if gone is None or gone.how == Gone.How.FAILED:
        return ""
    return done if gone.how == Gone.How.BY_HAND else "This is not needed any more. There is nothing to do."
