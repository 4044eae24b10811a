"""How Beck Lane and the Child Development Centre came to see themselves as families see them."""

from __future__ import annotations

from alongside.charter import demo as rounds
from alongside.charter.demo_evidence import evidence
from alongside.charter.demo_rounds import CENTRE, CENTRE_NOW, SCHOOL_FIRST, SCHOOL_SECOND
from alongside.charter.models import Review

from .demo_town import Town


def reviews(town: Town) -> None:
    """Farah's school twice, the centre once; and a second round at the centre is open just now."""
    n = town.n
    first = rounds.closed(n, town.ago(430), SCHOOL_FIRST)
    _promised_after(town, first)
    rounds.closed(n, town.ago(190), CENTRE, n.centre)
    second = rounds.closed(n, town.ago(85), SCHOOL_SECOND)
    _offered_after(town, second)
    evidence(n, town.today)
    begun = town.ago(9)
    rounds.answered(rounds.opened(n, begun, n.centre), CENTRE_NOW, begun, within=8)


def _promised_after(town: Town, first: Review) -> None:
    """Three gaps became promises: two moved families, and one did little."""
    n = town.n
    rounds.promised(n, first, town.ago(395))
    rounds.promised(
        n,
        first,
        town.ago(390),
        statement="prompt",
        title="An answer within a week",
        body="Whoever rings or writes hears back within a week, even if it is only: we are still asking.",
        different="The office writes down each question, and ticks it off on Fridays.",
        lived=n.owen,
    )
    rounds.promised(
        n,
        first,
        town.ago(385),
        statement="get-better",
        title="We ask each term what to do better",
        body="Each term we ask every family one question, and put the answers on the board by the gate.",
        different="Three terms, three questions. The answers hang by the gate, with what we did.",
        lived=n.asha,
    )


def _offered_after(town: Town, second: Review) -> None:
    """One is on its way, one waits for Cara, and one that Asha asked for got a no, with its reason."""
    n = town.n
    rounds.taken_on(
        n,
        second,
        town.ago(50),
        statement="part-in-decisions",
        title="No plan without a talk",
        body="Before a plan is changed we sit down with the family. The talk stands in the plan.",
        lived=n.asha,
    )
    rounds.offered(
        n,
        second,
        town.ago(6),
        statement="early",
        title="A talk in the first week",
        body="Each new family has a talk of half an hour with the teacher in the first week.",
    )
    asked = rounds.asked_for(
        n,
        second,
        town.ago(40),
        statement="clear",
        title="The plan of the week on Friday",
        body="The plan of the week comes on Friday, so that families can talk it over at the weekend.",
    )
    asked.refuse(
        n.farah,
        "The trips are fixed on Monday morning only. From January on we plan two weeks ahead. Ask us then.",
        town.ago(33),
    )
