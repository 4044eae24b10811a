"""The Netherby board over two years: what it decided, whom it waited for, and who sits there now."""

from __future__ import annotations

from datetime import timedelta

from alongside.groups.handover import hand_over
from alongside.groups.models import Decision, Seat, Stand
from alongside.people.models import Person, Perspective
from alongside.promises import demo as kept
from alongside.promises import demo_turns as turned
from alongside.voice.links import rest_on

from .demo_promises import AT_FIRST, LATER
from .demo_town import Town, decided, keep

ON_THE_DAY = "Parents hear it on the day when somebody who looks after their child leaves."
IN_TIME = (
    "Parents hear it first when somebody who looks after their child leaves: before the children do, and "
    "within three days of the school.\n\nThe one who comes next writes to them in the first week."
)


def history(town: Town) -> None:
    """Two promises at first; Asha takes the seat over; then an objection, and what came after it."""
    keep(town, AT_FIRST)
    bronagh_hands_over(town)
    who_comes_next(town)
    keep(town, LATER)
    of_many_minds(town)
    another_go(town)
    on_the_way(town)


def bronagh_hands_over(town: Town) -> None:
    """She has spoken for families for half a year. Asha speaks now, and Owen when she cannot."""
    bronagh, at = town.others["bronagh"], town.ago(500)
    hand_over(_seat(town, bronagh), town.n.asha, bronagh, at)
    families = town.board.partners.all()[0]
    sees, part = Perspective.PARENT_CARER, Seat.Part.DEPUTY
    town.board.seat(town.n.owen, families, part=part, perspective=sees, at=at, by=town.n.asha)


def who_comes_next(town: Town) -> None:
    """Rufus objects, and says what would make it good enough. Femi’s second wording is: all three agree."""
    n, others, title = town.n, town.others, "You hear it first"
    femi, rufus, maud = (_seat(town, others[name]) for name in ("femi", "rufus", "maud"))
    about, why = [n.meadow], "Rufus is right. We want to hear it well, more than we want to hear it fast."
    decision = Decision.open(town.board, femi, title, "communicate", about, ON_THE_DAY, town.ago(325))
    rest_on(decision, town.stories["half-term"], femi, town.ago(324))
    decision.object(
        rufus,
        decision.wording.pk,
        "On that day we often do not know who comes next. Then we frighten people and cannot help them.",
        "Give us three days, so that we can say both.",
        town.ago(322),
    )
    decision.word(femi, IN_TIME, town.ago(318), why)
    decision.stand(rufus, Stand.How.AGREE, "Thank you for the three days.", town.ago(316))
    decision.stand(maud, Stand.How.CONCERN, "In July everybody leaves at once.", town.ago(315))
    for speaker in (n.ben, n.farah, n.asha):
        decision.agree(_seat(town, speaker), decision.wording.pk, town.ago(309))
    different = "It has happened twice. Both times parents knew before anyone, and knew who comes next."
    at, said = town.ago(300), {"title": title, "body": IN_TIME}
    kept.yes(n, decision, at, different=different, lived_owner=others["femi"], **said)


def of_many_minds(town: Town) -> None:
    """Four told the same school how it is at home time. What helps one of them is no help to another."""
    n, because = town.n, ["too-narrow", "by-the-bins", "all-at-once", "no-time-to-ask"]
    title, wording = "Home time for everyone", "Nobody waits by the bins, and nobody is pushed."
    decision = decided(town, town.board, 262, because, title, wording, "welcome")
    turned.of_many_minds(
        n,
        decision,
        town.ago(245),
        ("yes", "partly", "too-soon", "no"),
        words="Now they all stand at the second gate.",
        different="The second gate is open from ten past three.",
        title="A second gate",
        body="The second gate is open at home time.",
        lived_owner=town.others["femi"],
    )
    calmer = turned.of_many_minds(
        n,
        decision,
        town.ago(205),
        ("partly", "partly", "yes", "no"),
        words="I still have no time to ask how his day was.",
        different="Whoever likes goes five minutes before the others, with a friend.",
        title="Five minutes before the others",
        body="Children who like it calm go home five minutes before the others.",
    )
    sorry = "There is no time at the gate, and there will be none. Please ring on Thursdays after four."
    turned.why_not(calmer, sorry, town.ago(174))


def another_go(town: Town) -> None:
    """A number for text messages came, and nobody read them. Seven weeks later somebody did."""
    title, wording = "Text instead of ringing", "Everything one can do by phone one can do by text message."
    decision = decided(town, town.board, 470, ["i-cannot-ring"], title, wording, "communicate")
    turned.another_go(
        town.n,
        decision,
        town.ago(455),
        words="I wrote four times. The telephone answers by itself that I may ring.",
        then="Two people read the messages, in turns. An answer comes on the same day.",
        saw="I wrote at nine and had an answer at ten.",
        different="There is a number for text messages: 01632 960 410.",
        title=title,
        body=wording,
    )


def on_the_way(town: Town) -> None:
    """Femi opened one again, one is due today, one waits for Tamsin."""
    n, femi, title = town.n, town.others["femi"], "Something to do for people of twelve"
    wording = "Brothers and sisters who wait find something that is meant for them."
    decision = decided(town, town.board, 150, ["his-sister"], title, wording, "value")
    different, why = (
        "There is a shelf.",
        "The shelf is there, and it is empty. We fill it with those it is for.",
    )
    due, said = town.today + timedelta(days=20), {"title": "A shelf for people of twelve", "body": wording}
    turned.opened_again(
        n, decision, town.ago(65), why, due, different=different, lived_owner=town.others["femi"], **said
    )
    title, wording = "An hour to plan", "Whoever helps a child in class has an hour a week to plan for it."
    decision = decided(town, town.board, 50, ["twenty-minutes"], title, wording, "partnership")
    when = {"due_on": town.today.date(), "lived_owner": femi}
    kept.started(n, decision, town.ago(26), title="An hour on Thursdays", body=wording, **when)
    title, wording = "Saturdays by lot", "Where there are more people than places, the lot decides."
    decision = decided(town, town.breaks, 40, ["full-in-january"], title, wording, "value")
    kept.proposed(n, decision, town.ago(2), title="Saturdays are drawn by lot", body=wording)


def _seat(town: Town, person: Person) -> Seat:
    seat = town.board.seat_of(person)
    if seat is None:
        raise LookupError(f"{person} has no seat on the board")
    return seat
