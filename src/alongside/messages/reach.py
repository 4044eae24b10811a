"""How to reach somebody: which channel they would like, and the address for it."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from django.utils import timezone

from alongside.people.models import Area, ContactProfile, Person

from . import quiet, transports
from .outbox import Message
from .ways_back import Channel


def channel_for(person: Person) -> Channel:
    """The first way on their list that we have an address for and can use.

    Whoever can be reached by none of them becomes a call to be made: a human finds a way, nobody is dropped.
    """
    for wanted in profile_of(person).channels:
        if wanted in Channel.values and wanted != Channel.LINK:
            channel = Channel(wanted)
            usable = channel.is_by_hand or transports.carry(channel)
            if usable and address_of(person, channel):
                return channel
    return Channel.CALL


def profile_of(person: Person) -> ContactProfile:
    """How they want to be reached; an empty profile for whoever has none."""
    return ContactProfile.objects.filter(person=person).first() or ContactProfile(person=person)


def address_of(person: Person, channel: str) -> str:
    """Their e-mail address, phone number or post address; empty if we have none."""
    if channel == Channel.EMAIL:
        return person.email or ""
    if channel == Channel.LETTER:
        return profile_of(person).post_address
    return (person.phone or "") if channel in (Channel.TEXT, Channel.CALL) else ""


def address_for(message: Message) -> str:
    """Where this message goes."""
    way_back = message.way_back
    if way_back is None:
        return address_of(message.person, message.channel) if message.person else ""
    if way_back.address:
        return way_back.address
    return address_of(way_back.person, message.channel) if way_back.person else ""


def ways_of(message: Message) -> list[tuple[Channel, str]]:
    """Every way by which a human may reach the reader of this message; the one it was meant to go is first.

    A number that takes no text can still be rung.
    """
    reader = message.person or (message.way_back.person if message.way_back else None)
    meant, address = Channel(message.channel), address_for(message)
    found = [(meant, address)]
    if meant == Channel.TEXT:
        found.append((Channel.CALL, address))
    if reader is not None:
        by_post = getattr(getattr(reader, "contact", None), "post_address", "")
        others = (Channel.CALL, reader.phone), (Channel.EMAIL, reader.email), (Channel.LETTER, by_post)
        found += [(how, to or "") for how, to in others]
    return [(how, to) for how, to in dict.fromkeys(found) if to]


def when(message: Message) -> datetime:
    """When it is due, moved out of the reader's quiet hours. Letters and secret links have none."""
    moment, channel = message.due_at, message.channel
    if channel in (Channel.LETTER, Channel.LINK):
        return moment
    reader = message.person or (message.way_back.person if message.way_back else None)
    start: time | None
    end: time | None
    if reader is not None:
        profile = profile_of(reader)
        start, end = profile.quiet_from, profile.quiet_until
    elif channel == Channel.EMAIL:
        return moment
    else:
        start, end = quiet.FROM, quiet.UNTIL
    return quiet.after(moment, start, end, clock_of(message.area))


def clock_of(_area: Area) -> tzinfo:
    """The clock on the wall in this area. All are in one zone today; a second zone changes only this."""
    return timezone.get_default_timezone()
