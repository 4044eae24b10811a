"""What Farah and hers pick for the charter of their school, and what they write. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.viewer import Viewer
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Story

from .in_use import Spot, spot
from .models import Evidence, Note
from .offered import ORDER, Kind, offered
from .picking import add_link, pick

DAY = timedelta(days=1)
LEARN = ("service", "train")
RANG = Tale(
    about="school",
    days_ago=180,
    who="cara",
    channel=MINE,
    uses=LEARN,
    touches=["welcome"],
    seriousness=0,
    good="They rang on a Tuesday, only to tell me that he had laughed in assembly.",
    answer="Thank you. We ring one family every Tuesday now, with good news only.",
)
WAITED = Tale(
    about="school",
    days_ago=170,
    who="owen",
    channel=MINE,
    uses=LEARN,
    touches=["welcome"],
    happened="I waited in the hall and three people asked if they could help.",
)
RINGING = "Each Tuesday somebody rings a family with good news, and only with good news."
WHY = "A call with good news says that we listen, also when nothing is wrong."
DOOR = "Whoever opens the door says their name first. Two parents showed us how it feels to wait."
CALM = "We have learnt to count to five before we answer."


def evidence(n: Netherby, at: datetime) -> dict[str, Story]:
    """Two let staff learn from what they told. Farah picks both; a month later Owen takes his back.

    Under other statements stands what the loop offers, a note alone, or nothing yet.
    """
    rang, waited = voices.live(n, RANG, at), voices.live(n, WAITED, at)
    heard, safe, strengths = (_at(n, name) for name in ("heard", "safe", "strengths"))
    picked = at - 90 * DAY
    shows = pick(heard, (Kind.STORY, rang.pk), n.farah, picked)
    shows.say_why(WHY, n.farah, picked, before="")
    pick_the_newest(n, heard, Kind.REPLY, picked)
    Note.write(heard, "We ring families.", n.farah, picked, after=0)
    Note.write(heard, RINGING, n.farah, picked + 20 * DAY, after=1)
    pick(safe, (Kind.STORY, waited.pk), n.farah, picked)
    Note.write(safe, DOOR, n.farah, picked, after=0)
    page = "https://becklane.netherby.example/good-news"
    add_link(strengths, page, "Good news of the week", n.farah, picked)
    Note.write(_at(n, "calm"), CALM, n.farah, picked, after=0)
    for name in ("strengths", "prompt", "together"):
        for kind in (Kind.DECISION, Kind.PROMISE):
            pick_the_newest(n, _at(n, name), kind, picked)
    waited.withdraw(picked + 30 * DAY)
    return {"rang": rang, "waited": waited}


def pick_the_newest(n: Netherby, there: Spot, kind: Kind, at: datetime) -> Evidence | None:
    """Farah picks the newest of what is offered, if anything is."""
    found = offered(kind, there, Viewer(n.farah), day_of(at)).order_by(*ORDER[kind]).first()
    return pick(there, (kind, found.pk), n.farah, at) if found else None


def _at(n: Netherby, statement: str) -> Spot:
    found = spot(n.school, "cornerstones", statement)
    if found is None:
        raise LookupError(f"there is no statement {statement}")
    return found
