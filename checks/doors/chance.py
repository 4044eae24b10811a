"""A small world made up by chance: two areas, three organisations, five people, and a few of everything.

Rows are written straight, not by the verbs: a door must hold whatever a fault elsewhere left lying about.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from alongside.charter.models import Closed, Comment, Edition, Note, Review
from alongside.charter.models import Evidence as Shown
from alongside.documents.models import File, Text
from alongside.groups.models import Decision, Group, Objection, Paper, Partner, Seat, Taken, Wording
from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.people.models import Area, Organisation, Person, Role
from alongside.promises.models import Accepted, Delivered, Evidence, Promise, Reason, Refusal
from alongside.safety.models import Concern, Dropped, Held, Passed, Reading, ReadingAuthor
from alongside.voice.models import (
    Consent,
    ConsentEnded,
    Picture,
    Publication,
    Reply,
    Story,
    TakenDown,
    TakenOut,
    Teller,
)
from alongside.website.models import Wish

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
MONTH = TODAY.replace(day=1)
IN_AN_AREA = [name for name in Role.Name if name not in (Role.Name.STAFF, Role.Name.CHAMPION)]
SERVICE, FORUM = Organisation.Kind.COUNCIL, Organisation.Kind.FORUM


@dataclass
class World:
    """Who is there, and the dice."""

    dice: Random
    areas: list[Area] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    ways_back: list[WayBack] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    serial: int = 0

    def one(self, things: list[Any]) -> Any:
        return self.dice.choice(things)

    def maybe(self, things: list[Any], chance: float = 0.5) -> Any:
        """One of them, or none."""
        return self.one(things) if self.now_and_then(chance) else None

    def now_and_then(self, chance: float = 0.5) -> bool:
        return self.dice.random() < chance

    def next(self) -> str:
        """A name that nothing else has."""
        self.serial += 1
        return f"n{self.serial}"

    def text(self) -> Text:
        return Text.write(self.next(), area=self.areas[0], at=NOW)


def make(seed: int) -> World:
    """The same world for the same seed."""
    world = World(Random(seed))  # noqa: S311 - dice, not secrets
    for part in (_places, _people, _groups, _decisions, _stories, _replies, _promises, _worries, _wishes):
        part(world)
    _reviews(world)
    _on_paper(world)
    return world


def _places(w: World) -> None:
    w.areas = [Area.objects.create(slug=f"{w.next()}-{w.dice.random()}"[2:40], name=w.next()) for _ in "ab"]
    kinds = (SERVICE, SERVICE, FORUM)
    w.organisations = [Organisation.objects.create(area=w.one(w.areas), name=w.next(), kind=k) for k in kinds]


def _people(w: World) -> None:
    for _ in range(5):
        person = Person.objects.create(area=w.one(w.areas), screen_name=w.next(), joined_at=NOW)
        w.people.append(person)
        held = {(w.one(IN_AN_AREA), w.one(w.areas), None) for _ in range(w.dice.randint(0, 2))}
        held |= {(Role.Name.STAFF, None, w.one(w.organisations)) for _ in range(w.dice.randint(0, 1))}
        for name, area, organisation in held:
            ended = NOW if w.now_and_then(0.2) else None
            Role.objects.create(
                person=person, name=name, area=area, organisation=organisation, since=NOW, until=ended
            )
    for _ in range(4):
        person = w.maybe(w.people)
        w.ways_back.append(
            WayBack.objects.create(
                area=w.one(w.areas), channel=Channel.LINK, token_digest=uuid.uuid4().hex, person=person
            )
        )


def _groups(w: World) -> None:
    for _ in range(2):
        group = Group.objects.create(area=w.one(w.areas), name=w.next(), purpose="p", since=NOW)
        w.groups.append(group)
        side = Partner.objects.create(group=group, name="Families", kind="lived")
        sitters = w.dice.sample(w.people, w.dice.randint(1, 4))
        for number, person in enumerate(sitters):
            w.seats.append(
                Seat.objects.create(
                    group=group,
                    partner=side,
                    person=person,
                    perspective="parent-carer",
                    since=NOW,
                    part=w.one([Seat.Part.MEMBER, Seat.Part.OBSERVER]) if number else Seat.Part.SPEAKER,
                    works_for=w.maybe(w.organisations, 0.3),
                    until=NOW if w.now_and_then(0.2) else None,
                )
            )


def _decisions(w: World) -> None:
    for _ in range(3):
        seat = w.one(w.seats)
        decision = Decision.objects.create(
            area=seat.group.area, group=seat.group, reference=w.next(), title=w.next(), cornerstone="welcome",
            opened_by=seat, opened_at=NOW,
        )  # fmt: skip
        w.decisions.append(decision)
        wording = Wording.objects.create(decision=decision, number=1, text=w.text(), by=seat, at=NOW)
        if w.now_and_then():
            Taken.objects.create(decision=decision, wording=wording, at=NOW, review_on=TODAY)
        Paper.objects.create(decision=decision, title=w.next(), text=w.text(), by=seat, shared_at=NOW)
        Objection.objects.create(wording=wording, seat=seat, reason="r", acceptable_if="a", at=NOW)


def _reading(w: World, about: Organisation) -> Reading:
    reading = Reading.objects.create(area=w.one(w.areas), about=about, since=TODAY)
    by, level = w.one(w.people), w.dice.randint(0, 4)
    if w.now_and_then(0.2):
        Held.objects.create(reading=reading, by=by, seriousness=level, why="w", at=NOW)
    if w.now_and_then(0.6):
        Passed.objects.create(reading=reading, by=by, seriousness=level, at=NOW)
    if w.now_and_then(0.1):
        Dropped.objects.create(reading=reading, on=TODAY)
    if w.now_and_then(0.2):
        ReadingAuthor.objects.create(reading=reading, person=w.one(w.people))
    return reading


def _stories(w: World) -> None:
    for _ in range(5):
        about = w.one(w.organisations)
        story = Story.objects.create(
            form_key=uuid.uuid4(), area=w.one(w.areas), organisation=about, reading=_reading(w, about),
            happened=w.text(), told_on=TODAY, month=MONTH,
        )  # fmt: skip
        w.stories.append(story)
        if w.now_and_then(0.7):
            Teller.objects.create(story=story, way_back=w.one(w.ways_back))
        for use in (Consent.Use.SERVICE, Consent.Use.DECIDE):
            if w.now_and_then(0.7):
                good_for = timedelta(days=w.one([-1, 0, 1, 300]))
                consent = Consent.objects.create(
                    story=story, use=use, since=TODAY - timedelta(days=9), until=TODAY + good_for
                )
                if w.now_and_then(0.2):
                    ConsentEnded.objects.create(consent=consent, on=TODAY)
        if w.now_and_then(0.2):
            Publication.objects.create(story=story, area=story.area, by=w.one(w.people), month=MONTH)


def _picture(w: World, story: Story) -> None:
    if w.now_and_then(0.7):
        picture = Picture.objects.create(story=story, file=_file(story.area), shows=w.text())
        if w.now_and_then(0.4):
            TakenOut.objects.create(picture=picture, by=w.one(w.people), why="", at=NOW)


def _file(area: Area) -> File:
    return File.objects.create(area=area, purpose="picture", kind="png", name="p", size=1, on=TODAY)


def _replies(w: World) -> None:
    for story in w.stories:
        _picture(w, story)
        about = w.one([story.organisation, w.one(w.organisations)])
        Reply.objects.create(
            form_key=uuid.uuid4(), story=story, organisation=about, text=w.text(), how=Reply.How.ROOM,
            by=w.one(w.people), public=w.now_and_then(), at=NOW,
            reading=_reading(w, about) if w.now_and_then() else None,
        )  # fmt: skip


def _promises(w: World) -> None:
    for _ in range(4):
        lived, service = w.dice.sample(w.people, 2)
        promise = Promise.objects.create(
            area=w.one(w.areas), organisation=w.one(w.organisations), reference=w.next(), title=w.next(),
            text=w.text(), cornerstone="welcome", lived_owner=lived, service_owner=service,
            due_on=TODAY, made_at=NOW, made_by=w.one(w.people), month=MONTH,
        )  # fmt: skip
        Reason.objects.create(promise=promise, decision=w.one(w.decisions))
        if w.now_and_then():
            Accepted.objects.create(promise=promise, by=w.one(w.people), at=NOW)
        if w.now_and_then(0.2):
            Refusal.objects.create(promise=promise, by=w.one(w.people), why="w", at=NOW)
        if w.now_and_then():
            done = {"promise": promise, "number": 1, "text": w.text(), "by": w.one(w.people), "at": NOW}
            delivered = Delivered.objects.create(**done)
            Evidence.objects.create(delivered=delivered, number=1, file=_file(promise.area))


def _worries(w: World) -> None:
    for area in w.areas:
        Concern.objects.create(form_key=uuid.uuid4(), area=area, words=w.text(), at=NOW)
    for _ in range(5):
        to: dict[str, Any] = {"way_back": w.one(w.ways_back)}
        if w.now_and_then(0.3):
            to = {"person": w.one(w.people)}
        message = Message.objects.create(
            key=w.next() + str(w.dice.random()), area=w.one(w.areas), kind="told", subject="s", body="b",
            channel=w.one([Channel.EMAIL, Channel.CALL, Channel.LETTER, Channel.TEXT]),
            secret=w.now_and_then(0.3), said_at=NOW, due_at=NOW,
            useless_at=NOW + timedelta(minutes=15) if w.now_and_then(0.3) else None, **to,
        )  # fmt: skip
        if w.now_and_then():
            Gone.objects.create(message=message, how=w.one(list(Gone.How)), at=NOW)


def _on_paper(w: World) -> None:
    """Typed in for somebody, by whoever did it then."""
    for _ in range(3):
        TakenDown.objects.create(
            form_key=uuid.uuid4(), area=w.one(w.areas), how="paper", by=w.one(w.people), on=TODAY
        )


def _wishes(w: World) -> None:
    """About themselves: by people, and by holders of a link that may be somebody's we know."""
    for _ in range(4):
        who: dict[str, Any] = {"way_back": w.one(w.ways_back)}
        if w.now_and_then():
            who = {"person": w.one(w.people)}
        area, kind = w.one(w.areas), w.one(list(Wish.Kind))
        Wish.objects.create(form_key=uuid.uuid4(), area=area, kind=kind, on=TODAY, due_on=TODAY, **who)


def _reviews(w: World) -> None:
    """Rounds here and there; some are over."""
    edition = Edition.objects.create(slug=w.next(), version="1", source="")
    for number in range(4):
        review = Review.objects.create(
            area=w.one(w.areas), organisation=w.one(w.organisations), edition=edition, slug=edition.slug,
            reference=w.next(), number=number, opened_by=w.one(w.people), opened_at=NOW, until=TODAY,
        )  # fmt: skip
        for _ in range(2):
            Comment.objects.create(
                review=review, audience="families", section="s", question="q", text=w.text(),
                reading=_reading(w, review.organisation),
            )  # fmt: skip
        if w.now_and_then():
            Closed.objects.create(review=review, by=w.one(w.people), at=NOW)
    for number in range(1, 4):
        where = {"organisation": w.one(w.organisations), "framework": edition.slug, "statement": "heard"}
        by = {"by": w.one(w.people), "on": TODAY}
        Shown.objects.create(**where, **by, link=f"https://{w.next()}.example", called="c")
        Note.objects.create(**where, **by, number=number, text=w.text())
