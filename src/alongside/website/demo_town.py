"""Netherby as its story begins: its people, its groups, what was said, and how a decision comes about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from alongside.groups import demo as at_work
from alongside.groups.models import Decision, Group, Seat, Stand
from alongside.people.demo import Netherby, netherby
from alongside.people.demo_members import members, staff
from alongside.people.models import Person
from alongside.promises import demo as kept
from alongside.voice import demo as voices
from alongside.voice.links import rest_on
from alongside.voice.models import Story

from .demo_groups import board, leaving_school_well, short_breaks
from .demo_promises import Kept
from .demo_tales import ON_HER_OWN_PAGE, TALES
from .demo_tales_breaks import BREAKS
from .demo_tales_centre import CENTRE
from .demo_tales_council import COUNCIL
from .demo_tales_meadow import MEADOW
from .demo_tales_primary import PRIMARY

TOLD = {**voices.TALES, **TALES, **BREAKS, **CENTRE, **COUNCIL, **MEADOW, **PRIMARY}
"""Everything that was told, by a short name, but for what is on her own page."""


@dataclass
class Town:
    """Netherby while its story is told: its people, its groups, what was said, and today."""

    n: Netherby
    today: datetime
    letters: Group
    breaks: Group
    leaving: Group
    board: Group
    others: dict[str, Person]
    stories: dict[str, Story] = field(default_factory=dict)
    own_page: str = ""

    def ago(self, days: float) -> datetime:
        """So many days before today."""
        return self.today - timedelta(days=days)


def beginnings(today: datetime) -> Town:
    """Two years ago Jo brings them together. Four groups are founded, and more and more people join."""
    then = today - timedelta(days=730)
    n = netherby(then)
    others = staff(n, then) | members(n, then, today - timedelta(days=10))
    return Town(
        n,
        today,
        others=others,
        board=board(n, others, then + timedelta(days=30)),
        letters=at_work.groups(n, then + timedelta(days=20)),
        breaks=short_breaks(n, then + timedelta(days=60)),
        leaving=leaving_school_well(n, then + timedelta(days=120)),
    )


def people_tell(town: Town) -> None:
    """Cara tells, Owen tells, Ellis tells, and many whom nobody knows. Gwen reads; Jo asks the services.

    One has a secret link to her own page, which we keep to look around with. Gwen holds one back. Two do
    not know whom theirs is about: of one Gwen can say it.
    """
    for name, tale in TOLD.items():
        town.stories[name] = voices.live(town.n, tale, town.today)
    told = town.ago(ON_HER_OWN_PAGE.days_ago)
    story, secret = voices.tell_story(town.n, ON_HER_OWN_PAGE, told)
    voices.moderate(town.n, story, told + timedelta(days=1), touches=ON_HER_OWN_PAGE.touches)
    story.ask(town.n.jo, told + timedelta(days=2))
    voices.reply(town.n, story, "You are right. We can do that.", told + timedelta(days=5))
    town.stories["own-page"], town.own_page = story, secret or ""
    kept_back = town.stories["locked-gate"].reading
    kept_back.hold(town.n.gwen, 1, "It names a neighbour. I ask the forum what to do.", town.ago(3))
    town.stories["which-office"].file_under(town.n.council, town.n.gwen, town.ago(2))


def decided(
    town: Town,
    group: Group,
    days_ago: int,
    because: Sequence[str],
    title: str,
    wording: str,
    cornerstone: str,
    concern: tuple[str, str] = ("", ""),
    by_services: bool = False,
) -> Decision:
    """A member opens it, it rests on what was said, and every speaker agrees.

    It is decided eleven days later, when people have had time to take it in.
    """
    seats = [seat for seat in group.seats.select_related("partner", "person") if seat.sits]
    members = sorted((seat for seat in seats if not seat.speaks), key=lambda seat: seat.partner.place)
    opener = members[-1] if by_services else members[0]
    about = list(dict.fromkeys(town.stories[name].organisation for name in because))
    decision = Decision.open(group, opener, title, cornerstone, about, wording, town.ago(days_ago))
    for name in because:
        rest_on(decision, town.stories[name], opener, town.ago(days_ago - 1))
    _members_stand(decision, members, concern, town.ago(days_ago - 4))
    for seat in seats:
        if seat.part == Seat.Part.SPEAKER:
            decision.agree(seat, decision.wording.pk, town.ago(days_ago - 11))
    return decision


def keep(town: Town, promises: Sequence[Kept]) -> None:
    """Each is decided and written down, and ends as its ``stage`` says."""
    for one in promises:
        said = (one.because, one.title, one.body, one.cornerstone)
        decision = decided(town, getattr(town, one.group), one.days_ago, *said, by_services=one.by_services)
        stage, written = getattr(kept, one.stage), town.ago(one.days_ago - 14)
        stage(town.n, decision, written, different=one.different, title=one.title, body=one.body)


def _members_stand(
    decision: Decision, members: Sequence[Seat], concern: tuple[str, str], at: datetime
) -> None:
    """All of them agree, one perhaps with a concern."""
    for seat in members:
        has_a_concern = str(seat.person) == concern[0]
        how = Stand.How.CONCERN if has_a_concern else Stand.How.AGREE
        decision.stand(seat, how, concern[1] if has_a_concern else "", at)
