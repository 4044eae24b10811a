"""Everything that Alongside ever writes to anybody: each verb that sends, and each clock, once."""

from __future__ import annotations

import copy
import uuid
from datetime import datetime

from alongside.charter import demo as rounds
from alongside.charter.models import Review
from alongside.groups import demo as at_work
from alongside.groups.models import Decision, Group
from alongside.messages.deliver import deliver_due
from alongside.people.demo import Netherby
from alongside.people.models import Area, Organisation, Person
from alongside.promises import demo as kept
from alongside.promises.answering import explain
from alongside.promises.counting import count_presses
from alongside.promises.models import Promise, Verdict
from alongside.safety.models import Concern
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.models import Story
from alongside.voice.moderating import take_out
from alongside.voice.opening import open_teller
from alongside.website.management.commands.worker import duties
from alongside.welcome import codes

from .world import DAY, USES, World

CHECKED_LATER = "Letters are kind"
LATER = (1, 8, 29, 60, 95)
"""The days on which the clocks are looked at: past each of our patiences."""


def what_goes_out_later(world: World) -> None:
    """Words that are written first and sent on to others by a later verb."""
    n, now = world.n, world.now
    taken = Decision.objects.get(pk=world.of_route["promises:new", "decision"])
    kept.delivered(n, taken, now - 25 * DAY, title=CHECKED_LATER)


def say_everything(world: World) -> None:
    """Do it all, with what is in the database now, and send what is due, day after day."""
    n, noon = fresh(world.n), (world.now + DAY).replace(hour=12)
    deeds(n, world, noon)
    for days in LATER:
        for duty in duties():
            duty(noon + days * DAY)
        deliver(noon + days * DAY)


def fresh(n: Netherby) -> Netherby:
    """The same people and places as they stand in the database; the ones in memory are left alone."""
    again = Netherby(**copy.deepcopy(vars(n)))
    for thing in (*vars(again).values(), *again.people.values()):
        if isinstance(thing, Area | Organisation | Person):
            thing.refresh_from_db()
    return again


def deliver(at: datetime) -> None:
    """Until nothing is due."""
    while deliver_due(at):
        pass


def deeds(n: Netherby, world: World, now: datetime) -> None:
    """What people do."""
    codes.ask("cara@demo.example", now)
    codes.ask(n.cara.email, now)
    Concern.keep("She is afraid at home.", key=uuid.uuid4(), area=n.area, reach=None, at=now)
    deliver(now)
    of_stories(n, world, now)
    of_groups(n, world, now)
    of_promises(n, world, now)


def of_stories(n: Netherby, world: World, now: datetime) -> None:
    """One is told and read, a name is taken out; one is asked about, answered and opened."""
    mail = Tale("school", 0, "Mr Bell shouted.", channel="email", address="one@home.example", uses=USES)
    story, _ = voices.tell_story(n, mail, now)
    voices.tell_story(n, Tale("school", 0, good="Kind.", channel="text", address="07700 900456"), now)
    take_out(story.reading, "happened", "Somebody shouted.", "a name", "She is known to all.", n.gwen, now)
    voices.moderate(n, story, now, seriousness=4)
    story.ask(n.jo, now)
    voices.reply(n, story, "We are sorry.", now)
    open_teller(story, n.jo, "She asked for a call.", now)
    waiting = Story.objects.get(reading=world.args["reading"])
    voices.moderate(n, waiting, now)
    waiting.ask(n.jo, now)


def of_groups(n: Netherby, world: World, now: datetime) -> None:
    """A decision is opened. All of them are objected to, worded anew and taken."""
    at_work.opened(n, Group.objects.get(pk=world.args["group"]), now, title="Chairs")
    deliver(now)
    for decision in Decision.objects.filter(taken=None):
        group = decision.group
        cara, asha, ben = (group.seat_of(one) for one in (n.cara, n.asha, n.ben))
        decision.object(cara, decision.wording.pk, "It leaves some out.", "Say who.", now)
        deliver(now)
        decision.word(asha, "Everybody is asked first.", now, "Cara is right.")
        decision.urge(ben, decision.wording.pk, "The clinic is on Monday.", now)
        decision.agree(ben, decision.wording.pk, now)
        deliver(now)
        decision.agree(asha, decision.wording.pk, now + 20 * DAY)


def of_promises(n: Netherby, world: World, now: datetime) -> None:
    """One is told, and an owner answers a *no*; one is only asked for; one is late."""
    taken = Decision.objects.get(pk=world.of_route["promises:new", "decision"])
    said = kept.told(n, taken, now - 30 * DAY, title="Letters are short")
    on = (now - 2 * DAY).date()
    first = kept.tellings(said)[0].say(Verdict.Answer.NO, "They are not.", on)
    first.add_words("They are not.", on, may_show=False)
    count_presses(now - DAY)
    explain(first, said.lived_owner, "The printer was broken.", now)
    done = Promise.objects.get(title__startswith=CHECKED_LATER)
    done.check_it(n.jo, "I looked.", now)
    kept.proposed(n, taken, now, title="Letters are large")
    kept.refused(n, taken, now, "The paper is dear.", title="Letters are blue")
    over = Review.objects.get(pk=world.args["review"])
    rounds.offered(n, over, now, title="A bell that is heard")
    rounds.asked_for(n, over, now, title="A bench by the gate").refuse(n.farah, "There is a wall.", now)
    kept.started(n, taken, now - 28 * DAY, title="Letters are late")
