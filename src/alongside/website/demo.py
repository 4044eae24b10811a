"""Netherby: two years of an invented place, told by its cast through the verbs that everybody uses.

Nothing here writes a row by itself. Whoever reads this file from top to bottom has read what happened.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db import transaction

from alongside.groups import demo as at_work
from alongside.groups.models import Group, Seat
from alongside.messages.deliver import came_back
from alongside.messages.models import Message
from alongside.people.days import day_of
from alongside.people.demo import id_of
from alongside.people.demo_members import ours
from alongside.people.models import Person
from alongside.promises import clock as promises_clock
from alongside.promises import demo as kept
from alongside.promises.models import Promise
from alongside.safety.models import Concern
from alongside.voice import clock as voice_clock
from alongside.voice import demo as voices
from alongside.voice.links import rest_on
from alongside.welcome.demo import news

from .demo_board import history
from .demo_promises import KEPT
from .demo_reviews import reviews
from .demo_town import Town, beginnings, decided, keep, people_tell
from .demo_turns import turns
from .models import Wish
from .yours.holders import Holder


def strangers() -> bool:
    """Whether there is any person here that the demo did not make."""
    return Person.objects.exclude(pk__in=ours()).exists()


def is_there() -> bool:
    """Whether the demo has been made already."""
    return Person.objects.filter(pk=id_of("Asha")).exists()


def two_years(today: datetime) -> Town:
    """All of it, or nothing. ``own_page`` is the secret of one teller's page, to look around with."""
    with transaction.atomic():
        town = beginnings(today)
        people_tell(town)
        turns(town)
        _letters_come_in_time(town)
        keep(town, KEPT)
        history(town)
        _one_number_to_ring(town)
        _most_say_yes(town)
        _words_to_read(town)
        _told_and_not_heard_yet(town)
        _on_the_way(town)
        _still_in_discussion(town)
        reviews(town)
        _asked_about_themselves(town)
        news(town.n, town.ago(20))
        _today(town)
        _time_passes(town)
    return town


def _letters_come_in_time(town: Town) -> None:
    """Cara and Marta say it, Priya does it, both say that it helped, and Cara says how."""
    n, title = town.n, "Letters come before the appointment"
    wording = "Letters go out at least ten working days ahead, and say who to ring."
    concern = ("Ellis", "Text me as well. I do not open letters.")
    because = ["letter", "letter-again"]
    decision = decided(town, town.letters, 400, because, title, wording, "communicate", concern)
    different = "The booking system now prints the letter on the day the appointment is made."
    promise = kept.told(n, decision, town.ago(380), different, title=title, body=wording, lived_owner=n.cara)
    verdicts = [told.say("yes", "", town.ago(352).date()) for told in kept.tellings(promise)]
    words = "I had time to ask for the morning off. That is all I wanted."
    said = verdicts[0].add_words(words, town.ago(352).date(), may_show=True)
    if said.reading is not None:
        said.reading.pass_on(n.gwen, 0, town.ago(350))


def _one_number_to_ring(town: Town) -> None:
    """It was set up, and it did not help: it is open again by itself."""
    title, wording = "One number to ring", "There is one number, and whoever answers rings back the same day."
    decision = decided(town, town.letters, 135, ["who-to-ring"], title, wording, "communicate")
    kept.no(
        town.n,
        decision,
        town.ago(36),
        words="Nobody rang back. I tried on three days.",
        different="The number is there: 01632 960 400.",
        title=title,
        body=wording,
    )


def _most_say_yes(town: Town) -> None:
    """Four ask for it, three say that it helped. One *no* is answered, the other waits for Priya and Cara."""
    because = ["long-wait", "no-water", "loud-screen", "standing"]
    title, wording = "Waiting that is easier", "Nobody waits without a chair, water and something to look at."
    decision = decided(town, town.letters, 128, because, title, wording, "welcome")
    kept.explained(
        town.n,
        decision,
        town.ago(100),
        words="We were told to leave the pram outside.",
        because="Prams stand in the way of the fire door. We are asking for a roof over the yard.",
        different="There are six more chairs, and two that are wide.",
        lived_owner=town.n.cara,
        title="A chair for everyone who waits",
        body="There are as many chairs as people on the list, and two wide ones.",
    )
    kept.mostly(
        town.n,
        decision,
        town.ago(52),
        words="The screen was on again on Monday.",
        different="The screen is off. There are books, and water by the door.",
        lived_owner=town.n.cara,
        title="A waiting room without a screen",
        body="The screen goes off. Water stands by the door.",
    )


def _words_to_read(town: Town) -> None:
    """Yesterday one of them wrote a few words that everyone may read. They wait for a moderator."""
    screen = Promise.objects.get(title="A waiting room without a screen")
    said = [told.verdict for told in kept.tellings(screen)]
    yes = next(verdict for verdict in said if verdict is not None and verdict.answer == "yes")
    yes.add_words("He sat down with a book, and went in by himself.", day_of(town.ago(1)), may_show=True)


def _told_and_not_heard_yet(town: Town) -> None:
    """Two are done and checked. One teller finds it on her own page; one is waiting for Jo to ring."""
    title, wording = "Who is there in September", "Each family gets a name and a picture before the holidays."
    decision = decided(town, town.leaving, 60, ["own-page", "moving-up"], title, wording, "welcome")
    different = "Every family moving up has a card with a name, a photograph and a few words."
    kept.told(town.n, decision, town.ago(29), different, title=title, body=wording)
    title, wording = "Breaks when families need them", "We ask each family when, and then we book."
    decision = decided(town, town.breaks, 52, ["short-breaks"], title, wording, "partnership")
    different = "All breaks for this term were booked after asking. Two thirds are on Saturdays now."
    kept.told(town.n, decision, town.ago(24.1), different, title=title, body=wording)


def _on_the_way(town: Town) -> None:
    """One decision, six promises: proposed, taken on, begun, late, very late, done and not looked at yet."""
    n, title = town.n, "One story, told once"
    wording = "A family’s story is written down once, with them, and they decide who gets it."
    decision = decided(town, town.letters, 78, ["told-five-times"], title, wording, "value")
    due = {"due_on": (town.today + timedelta(days=40)).date()}
    soon = {"due_on": (town.today + timedelta(days=5)).date()}
    for stage, days_ago, title, body, when in (
        (kept.proposed, 0.1, "A shared page for each family", "One page, written with the family.", due),
        (kept.accepted, 20, "No form asks for the birth again", "That question goes from all forms.", due),
        (kept.started, 30, "The first ten stories, written together", "Ten families, ten afternoons.", soon),
        (kept.overdue, 17, "An Easy Read page about it", "What it is for, in plain words and pictures.", {}),
        (kept.overdue, 26, "Everyone there knows how to do it", "Two hours for each team, with Owen.", {}),
    ):
        stage(n, decision, town.ago(days_ago), title=title, body=body, **when)
    body, different = "Stories are kept under lock.", "There is a folder with a lock at each desk."
    kept.delivered(n, decision, town.ago(22), different, title="A safe place", body=body, shown=True)


def _still_in_discussion(town: Town) -> None:
    """Ben has agreed to one; Owen objects to another; a third has only just been opened."""
    n = town.n
    at_work.one_agreed(n, town.letters, town.ago(8))
    at_work.objection_stands(n, town.breaks, town.ago(6), about=[n.council])
    opened = at_work.opened(n, town.letters, town.ago(2))
    rest_on(opened, town.stories["rang-twice"], _seat(town.letters, n.cara), town.ago(1))


# today ----------------------------------------------------------------------------------------------
def _asked_about_themselves(town: Town) -> None:
    """Owen’s number was old, and Jo put it right. Cara has asked for something, and waits for an answer."""
    n, kind = town.n, Wish.Kind
    old = Wish.make(Holder(n.owen), kind.WRONG, "My phone number is an old one.", town.ago(60))
    old.answer(n.jo, "Thank you. I rang you, and the new one is in.", town.ago(58))
    words = "Please do not use what I told you for training."
    Wish.make(Holder(n.cara), kind.STOP, words, town.ago(3))


def _today(town: Town) -> None:
    """A service answers somebody who wants to be rung, and one whose mail comes back; a worry reaches Hal."""
    voices.on_paper(town.n, town.ago(1))
    voices.reply(town.n, town.stories["rang-twice"], "We are sorry. Please ask for Priya.", town.ago(0.1))
    words = "From Monday on, two people answer that number, and they ring back."
    answer = voices.reply(town.n, town.stories["who-to-ring"], words, town.ago(0.1))
    came_back(Message.objects.get(key=f"answered:{answer.pk}"), town.today, "550: no such mailbox")
    words = "A boy in the year below has had no coat and no lunch for two weeks."
    Concern.keep(words, key=uuid.uuid4(), area=town.n.area, reach=None, at=town.ago(0.1))


def _time_passes(town: Town) -> None:
    """What the clock brings about: tellers are asked again, owners reminded, silence seen."""
    for days_ago in range(721, 0, -7):
        for duty in promises_clock.DUTIES:
            duty(town.ago(days_ago + 1))
    for duty in voice_clock.DUTIES:
        duty(town.ago(1.1))


def _seat(group: Group, person: Person) -> Seat:
    seat = group.seat_of(person)
    if seat is None:
        raise LookupError(f"{person} has no seat in {group}")
    return seat
