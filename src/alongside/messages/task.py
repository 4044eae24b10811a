"""A message that a human says, posts or passes on: what the page tells them."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.people import phones

from . import reach
from .models import Channel, Gone, Message


@dataclass(frozen=True)
class Way:
    """One way to reach somebody, in words: "Ring 01632 960 155"."""

    says: str
    number: str = ""
    failed: bool = False


@dataclass(frozen=True)
class Task:
    """Whom to reach, how, and what the button says when it is done. ``ways`` if it could not be sent."""

    title: str
    who: str
    how: str
    address: str
    hint: str
    button: str
    done: str
    ways: tuple[Way, ...] = ()

    @property
    def number(self) -> str:
        """The number for a ``tel:`` link, if this is a call and we have one."""
        return self.address.replace(" ", "") if self.how == Channel.CALL else ""


_WORDS = {
    Channel.CALL: ("Ring {}", "I have rung", "You rang. Thank you."),
    Channel.LETTER: ("Write to {}", "I have posted it", "The letter is posted. Thank you."),
}
_DID_NOT_WORK = {
    Channel.EMAIL: "This e-mail address did not work:",
    Channel.TEXT: "A text did not work:",
}
_TRY = {Channel.CALL: "Ring", Channel.EMAIL: "E-mail", Channel.LETTER: "Write to", Channel.TEXT: "Text"}
_OTHERWISE = ("Reach {} another way", "I have told them", "You told them. Thank you.")


def task_of(message: Message) -> Task:
    """The page's words for this message."""
    title, button, done = _WORDS.get(Channel(message.channel), _OTHERWISE)
    who = _who(message)
    hint = message.way_back.hint if message.way_back else ""
    return Task(
        title.format(who),
        who,
        message.channel,
        _in_words(Channel(message.channel), reach.address_for(message)),
        hint,
        button,
        _ended(message, done),
        tuple(_way(message, how, to) for how, to in reach.ways_of(message)) if _failed(message) else (),
    )


def _in_words(how: Channel, address: str) -> str:
    """The address as one reads it aloud."""
    by_phone = how in (Channel.CALL, Channel.TEXT)
    return phones.spoken(address) if by_phone and address else address


def _way(message: Message, how: Channel, to: str) -> Way:
    """ "By text to 07700 900 123: this did not work", or what is left to try."""
    if how == message.channel and to == reach.address_for(message):
        return Way(f"{_DID_NOT_WORK[how]} {_in_words(how, to)}", failed=True)
    return Way(f"{_TRY[how]} {_in_words(how, to)}", to if how == Channel.CALL else "")


def _failed(message: Message) -> bool:
    gone: Gone | None = getattr(message, "gone", None)
    return gone is not None and gone.how == Gone.How.FAILED


def _who(message: Message) -> str:
    if message.person is not None:
        return message.person.screen_name
    way_back = message.way_back
    if way_back is not None and way_back.organisation is not None:
        return way_back.organisation.name
    return (way_back.call_me if way_back else "") or "someone who told us something"


def _ended(message: Message, done: str) -> str:
    gone: Gone | None = getattr(message, "gone", None)
    if gone is None or _failed(message):
        return ""
    return done if gone.how == Gone.How.BY_HAND else "This is not needed any more. There is nothing to do."
