"""What people in Netherby told: a dozen stories, through the real verbs. All invented."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image, ImageDraw

from alongside.messages.models import digest
from alongside.people.demo import Netherby
from alongside.people.models import Organisation
from alongside.safety.models import Draft
from alongside.safety.reaching import REVEALS

from .answering import Words, answer_from_room, answer_recorded
from .forms import MINE
from .moderating import pass_on
from .pictures import put_in
from .replies import Reply
from .stories import Story
from .taking_down import Said, TakenDown, take_down
from .tell import tell

ALL = ("service", "decide", "publish")


@dataclass(frozen=True)
class Tale:
    """One story of the demo. ``who`` is one of the cast with an account, or nobody we know.

    With another way back than ``MINE``, ``who`` wrote it down for somebody. ``name`` may be said by all.
    """

    about: str
    days_ago: int
    happened: str = ""
    good: str = ""
    better: str = ""
    who: str = ""
    uses: Sequence[str] = ALL
    perspective: str = "parent-carer"
    channel: str = "link"
    address: str = ""
    call_me: str = ""
    seriousness: int = 1
    touches: Sequence[str] = ()
    asked: bool = False
    answer: str = ""
    recorded: bool = False
    public: bool = False
    waits: bool = False
    draws: str = ""
    name: str = ""
    read_by: str = "gwen"
    extra: dict[str, str] = field(default_factory=dict)


def tell_story(n: Netherby, tale: Tale, at: datetime) -> tuple[Story, str | None]:
    """Tell it as a teller does: the pages of a draft, then *Send it*."""
    organisation: Organisation = getattr(n, tale.about)
    reveals = {REVEALS[tale.channel]: tale.address} if tale.channel in REVEALS else {}
    draft = Draft.objects.create(
        area=n.area,
        key_digest=digest(secrets.token_urlsafe(32)),
        dies_at=at + timedelta(hours=24),
        answers={
            "about": {"organisation": str(organisation.pk)},
            "happened": {"happened": tale.happened},
            "good": {"good": tale.good},
            "better": {"better": tale.better},
            "use": {"uses": list(tale.uses), **_named(tale)},
            "back": {"channel": tale.channel, "call_me": tale.call_me, **reveals, **tale.extra},
            "picture": {"shows": tale.draws},
        },
    )
    if tale.draws:
        put_in(draft, drawn(), "the demo", at)
    return tell(draft, at, n.people[tale.who] if tale.who else None)


def _named(tale: Tale) -> dict[str, str]:
    return {"named": "first" if tale.name else "as", "name": tale.name, "perspective": tale.perspective}


def drawn() -> UploadedFile[bytes]:
    """A waiting room, as somebody might draw it: a row of small chairs, and a wide one that is taken."""
    paper = Image.new("RGB", (1200, 700), "#f3ecdf")
    pen = ImageDraw.Draw(paper)
    pen.rectangle((0, 520, 1200, 700), fill="#d8ccbb")
    pen.rectangle((80, 70, 380, 300), fill="#e0eaf6", outline="#4a4139", width=8)
    for left in (90, 290, 490):
        _chair(pen, left, 130, "#2b6cb3")
    _chair(pen, 790, 300, "#c2502b")
    pen.ellipse((870, 160, 1010, 300), fill="#7d6f60")
    pen.rounded_rectangle((850, 300, 1030, 470), 40, fill="#7d6f60")
    made = BytesIO()
    paper.save(made, "PNG")
    return SimpleUploadedFile("waiting room.png", made.getvalue())


def _chair(pen: ImageDraw.ImageDraw, left: int, wide: int, colour: str) -> None:
    pen.rounded_rectangle((left, 360, left + wide, 480), 20, outline=colour, width=14)
    pen.rectangle((left, 470, left + wide, 500), fill=colour)
    for leg in (left, left + wide - 14):
        pen.rectangle((leg, 500, leg + 14, 620), fill=colour)


def moderate(
    n: Netherby,
    story: Story,
    at: datetime,
    *,
    seriousness: int = 1,
    touches: Sequence[str] = (),
    by: str = "gwen",
) -> None:
    """Gwen reads it and lets it go on, or another moderator."""
    pass_on(story.reading, n.people[by], seriousness, at, touches)


def reply(n: Netherby, story: Story, words: str, at: datetime, *, claims_change: bool = False) -> Reply:
    """Somebody who works there answers."""
    by = n.works_at(story.organisation)
    return answer_from_room(story, by, _words(words, by.screen_name, claims_change), at)


def live(n: Netherby, tale: Tale, at: datetime) -> Story:
    """One story from its telling to where it stands today. ``at`` is today."""
    told = at - timedelta(days=tale.days_ago)
    story, _ = tell_story(n, tale, told)
    if tale.waits:
        return story
    read, serious = told + timedelta(days=1), tale.seriousness
    moderate(n, story, read, seriousness=serious, touches=tale.touches, by=tale.read_by)
    if tale.asked:
        story.ask(n.jo, told + timedelta(days=2))
    if tale.answer and tale.recorded:
        answer_recorded(story, n.jo, _words(tale.answer, "By letter", False), told + timedelta(days=9))
    elif tale.answer:
        reply(n, story, tale.answer, told + timedelta(days=6))
    if tale.public:
        story.publish(n.people[tale.read_by], told + timedelta(days=3))
    return story


def on_paper(n: Netherby, at: datetime) -> TakenDown:
    """Jo types in a form that came in the box by the door. It waits to be read back."""
    said: Said = {
        "about": {"organisation": str(n.centre.pk)},
        "good": {"good": "The lady at the desk found us a quiet corner."},
        "better": {"better": "A note by the door that says where to go."},
        "use": {"uses": ["service", "decide"]},
        "back": {"channel": "call", "phone": "01632 960 187", "call_me": "Mrs Okafor", "hint": "After four."},
    }
    return take_down(said, area=n.area, how=TakenDown.How.PAPER, by=n.jo, at=at, key=uuid.uuid4())


def history(n: Netherby, at: datetime) -> dict[str, Story]:
    """All of them, by a short name; ``at`` is today."""
    return {name: live(n, tale, at) for name, tale in TALES.items()}


def _words(body: str, signed: str, claims_change: bool) -> Words:
    return Words(body=body, key=uuid.uuid4(), signed=signed, public=True, claims_change=claims_change)


TALES: dict[str, Tale] = {
    "letter": Tale(
        who="cara",
        about="centre",
        channel=MINE,
        days_ago=420,
        seriousness=2,
        touches=["communicate"],
        asked=True,
        public=True,
        happened=(
            "The letter came two days after we should have been there. I rang, and nobody could tell me "
            "when the next one is."
        ),
        better="A letter ten days before. Or a text. Anything, as long as it comes first.",
        answer=(
            "You are right, and we are sorry. We print letters on the first of the month, whatever the "
            "date of the appointment is. We want to change that and would like to do it with you."
        ),
    ),
    "letter-again": Tale(
        about="centre",
        channel="text",
        address="01632 960 301",
        call_me="Marta",
        days_ago=415,
        seriousness=2,
        touches=["communicate"],
        public=True,
        happened="We had the letter on the morning itself. I had to choose between work and the appointment.",
        good="The lady on the phone was kind about it.",
        better="Send it earlier, and say how long it will take.",
    ),
    "dinosaur": Tale(
        about="centre",
        days_ago=120,
        seriousness=0,
        touches=["welcome"],
        public=True,
        good=(
            "The receptionist came out from behind the glass and sat down next to my son. She asked him "
            "about his dinosaur, and waited. He told her its whole name."
        ),
    ),
    "ten-minutes": Tale(
        who="owen",
        about="school",
        channel=MINE,
        days_ago=300,
        seriousness=2,
        touches=["welcome"],
        asked=True,
        public=True,
        happened=(
            "He can do school. It is the first ten minutes he cannot do. The yard is loud and everybody "
            "pushes."
        ),
        better="A quiet way in, and nobody asking why he needs it.",
        answer=(
            "Thank you for telling us. We did not see it, since he is calm by the time he is in class. "
            "We would like to try the garden door."
        ),
    ),
    "hoist": Tale(
        about="council",
        channel="letter",
        address="The Old Bakery, 3 Mill Row, Netherby",
        call_me="Mrs Okafor",
        days_ago=200,
        seriousness=2,
        touches=["value"],
        asked=True,
        public=True,
        happened="We drive forty minutes to a pool where I can lift her. There is one five minutes away.",
        better="A hoist, and a room where she can be changed lying down.",
        answer="There is money for a hoist this year. We will ask you which one.",
        recorded=True,
    ),
    "told-five-times": Tale(
        about="council",
        channel="email",
        address="a.parent@home.example",
        days_ago=90,
        seriousness=2,
        touches=["value"],
        asked=True,
        uses=["service", "decide"],
        happened="I have told the story of her birth five times this year, to five people with five forms.",
        good="Each of them was kind.",
        better="Write it down once, with me, and pass it on.",
    ),
    "short-breaks": Tale(
        about="council",
        channel="call",
        address="01632 960 302",
        call_me="Sam’s dad",
        days_ago=60,
        seriousness=1,
        touches=["partnership"],
        uses=["decide", "publish"],
        public=True,
        happened="The break was on a Tuesday morning. We both work on Tuesdays.",
        better="Ask us when, before you book it.",
    ),
    "leaving-school": Tale(
        who="ellis",
        about="council",
        channel=MINE,
        perspective="young-person",
        days_ago=45,
        seriousness=1,
        touches=["value"],
        uses=["service", "decide"],
        happened="Everybody talked to my mum about my plan. I was sitting there.",
        better="Ask me. I may need a minute.",
    ),
    "taxi": Tale(
        about="council",
        days_ago=33,
        seriousness=3,
        touches=["trust"],
        uses=["service"],
        asked=True,
        happened=(
            "The driver changed three times in a week and nobody told us. One of them did not know that "
            "she must not be left alone."
        ),
        better="Tell us who comes. Introduce them the day before.",
    ),
    "stays-here": Tale(
        about="school",
        days_ago=20,
        seriousness=1,
        uses=[],
        channel="none",
        happened=(
            "I do not want the school to read this. I only want somebody to know that the meetings "
            "frighten me."
        ),
        better="Tell me before who will be in the room.",
    ),
    "thank-you": Tale(
        about="school",
        days_ago=3,
        waits=True,
        good=(
            "Mr Bell rang on Friday just to say that it had been a good week. Nobody ever rings to say that."
        ),
        channel="text",
        address="01632 960 303",
    ),
    "waiting-room": Tale(
        about="centre",
        days_ago=1,
        waits=True,
        uses=["service", "decide"],
        happened="The waiting room has one chair that fits her, and it was taken.",
        draws="A drawing of a waiting room. The one wide chair is taken.",
        better="Two chairs.",
    ),
}
"""By a short name; ``thank-you`` and ``waiting-room`` wait for a moderator, and a name is to be taken out."""
