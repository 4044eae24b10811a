"""What we tell people about a story. None of these says what the story is about.

What goes to its teller was *said* on a day and is *due* at a moment; when it has gone, the moment goes too.
"""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from alongside.messages.models import Channel, Message, WayBack
from alongside.messages.say import link, say
from alongside.people.days import midnight
from alongside.people.models import Person, Role

from .replies import Reply
from .stories import Story, Teller

SUBJECT = "News from Alongside"
YOUR_PAGE = "You find it on your own page too. The address is in our first message to you."


def to_teller(story: Story, *, key: str, kind: str, body: str, at: datetime) -> Message | None:
    """Tell whoever told this story, in the way they chose; nothing if they chose not to hear."""
    teller = Teller.objects.filter(story=story).select_related("way_back").first()
    if teller is None or teller.way_back.closed_at:
        return None
    return say(
        key=key,
        kind=kind,
        subject=SUBJECT,
        body=body,
        at=midnight(at),
        due_at=at,
        area=story.area,
        way_back=teller.way_back,
    )


def thank(way_back: WayBack, token: str, at: datetime) -> Message:
    """The first message to a teller: thanks, what happens next, and the address of their own page."""
    page = link(reverse("website:way_back", args=[token]))
    own = "This page is yours" if way_back.channel == Channel.LINK else f"Your own page: {page}"
    body = (
        "Thank you for telling us how it is. A moderator reads it first. "
        "We tell you when the service answers, and what changes because of it.\n\n"
        f"{own}\n\n"
        "There you can see who has used your words, and take them back. Whoever has the address can open it."
    )
    return say(
        key=f"thanks:{way_back.pk}",
        kind="thanks",
        subject=SUBJECT,
        body=body,
        at=midnight(at),
        due_at=at,
        area=way_back.area,
        way_back=way_back,
        secret=way_back.channel != Channel.LINK,
    )


def changed(story: Story, change_id: object, took_out: str, why: str, at: datetime) -> None:
    """A moderator took something out: what, and why."""
    body = (
        "A moderator took something out of what you told us, before others read it.\n\n"
        f"Taken out: {took_out}\n\nWhy: {why}\n\n"
        "We have kept what you wrote. The moderator does not know who you are. "
        f"If it is wrong now, ring {story.area.person_to_ring or 'us'} on {story.area.phone}."
    )
    to_teller(story, key=f"changed:{change_id}", kind="changed", body=body, at=at)


def picture_taken_out(story: Story, why: str, at: datetime) -> None:
    """A moderator took the picture out, and why."""
    body = (
        f"A moderator took the picture out of what you told us. Others do not see it.\n\nWhy: {why}\n\n"
        "Your words stay as they are. The moderator does not know who you are. "
        f"If it is wrong now, ring {story.area.person_to_ring or 'us'} on {story.area.phone}."
    )
    to_teller(story, key=f"picture:{story.pk}", kind="changed", body=body, at=at)


def filed(story: Story, at: datetime) -> None:
    """Its teller was not sure whom it is about; the forum has said it now."""
    body = (
        f"You were not sure whom it is about, what you told us. We think it is {story.organisation}, and put "
        f"it there. Nobody there has read it yet, and we do not know who you are.\n\n"
        f"Is that wrong? Ring {story.area.person_to_ring or 'us'} on {story.area.phone}. {YOUR_PAGE} You can "
        "take it back there."
    )
    key = f"filed:{story.pk}:{story.organisation_id}"
    to_teller(story, key=key, kind="filed", body=body, at=at)


def answered(reply: Reply, at: datetime) -> None:
    """The organisation has answered: its words."""
    body = (
        f"{reply.organisation} has answered what you told us.\n\n“{reply.text.body}”\n\n"
        f"{reply.by_line}.\n\n{YOUR_PAGE}"
    )
    to_teller(reply.story, key=f"answered:{reply.pk}", kind="answered", body=body, at=at)


def published(story: Story, at: datetime) -> None:
    """What they told is on the public page, as they allowed."""
    body = (
        f"What you told us can be read by everyone now, as you allowed. {YOUR_PAGE} You can take it back "
        "there."
    )
    to_teller(story, key=f"published:{story.pk}", kind="published", body=body, at=at)


def opened(story: Story, opening_id: object, who: str, why: str, at: datetime) -> None:
    """Somebody looked up who told it."""
    body = f"{who} looked up how to reach you about what you told us. The reason they gave: {why}"
    to_teller(story, key=f"opened:{opening_id}", kind="opened", body=body, at=at)


def ask_the_lead(story: Story, at: datetime) -> None:
    """A moderator found it serious: the lead is asked to look, and is told nothing here."""
    leads = Role.objects.holders(Role.Name.LEAD, Role.Name.DEPUTY, area=story.area)
    page = link(reverse("voice:story", args=[story.pk]))
    for person in {role.person for role in leads}:
        _to_person(person, f"serious:{story.pk}:{person.pk}", "serious", story, page, at)


def _to_person(person: Person, key: str, kind: str, story: Story, page: str, at: datetime) -> None:
    body = f"A moderator asks you to look at something on Alongside. Please sign in, then open {page}"
    say(
        key=key,
        kind=kind,
        subject="Please sign in to Alongside",
        body=body,
        at=at,
        area=story.area,
        person=person,
    )
