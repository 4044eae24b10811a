"""Whatever anybody does, in whatever order: Taken ⇔ everybody needed had agreed, and nothing undoes it.

The model below is twenty lines of plain Python that know nothing of the database. The machine lets people
do things at random and, after every step, compares the rows with the model and with ``verify``. For a
longer walk: ``HYPOTHESIS_PROFILE=long pytest …``.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from alongside.groups import conditions
from alongside.groups.demo import groups
from alongside.groups.handover import hand_over
from alongside.groups.models import Agreement, Decision, Group, Taken
from alongside.groups.verify import faults
from alongside.journal.models import Event
from alongside.people.demo import Netherby, netherby
from alongside.people.errors import Refused
from alongside.people.models import Perspective

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
USUAL = settings(max_examples=14, stateful_step_count=12, deadline=None, derandomize=True, database=None)
LONG = settings(max_examples=100, stateful_step_count=40, deadline=None, database=None)
WALK = settings(
    LONG if os.environ.get("HYPOTHESIS_PROFILE") == "long" else USUAL,
    suppress_health_check=QUIET,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)

pytestmark = pytest.mark.long
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
DAYS = 2

people = st.sampled_from(["asha", "owen", "cara", "ellis", "ben", "farah", "priya", "jo", "gwen", "hal"])
speakers = st.sampled_from(["asha", "owen", "ben", "farah"])
WORK_FOR_A_SERVICE = {"ben", "farah", "priya"}


@dataclass
class Voice:
    """Whose an objection is."""

    maker: str
    holder: str | None  # who has the seat now: the maker, or whom the last holder gave it to themself

    def may_be_taken_back_by(self, who: str) -> bool:
        return who in (self.maker, self.holder)


@dataclass
class Model:
    """What we believe about one decision, from the rule alone."""

    seats: dict[str, tuple[str, str, bool]]  # name → (partner, part, whether it speaks from experience)
    number: int = 1
    news: datetime = START
    agreed: set[str] = field(default_factory=set)
    urgent: set[str] = field(default_factory=set)
    objections: dict[str, Voice] = field(default_factory=dict)  # id → whose words they are
    taken: int | None = None

    def speaks(self, name: str) -> bool:
        return self.seats.get(name, ("", "", False))[1] in ("speaker", "deputy")

    def sits(self, name: str) -> bool:
        return self.seats.get(name, ("", "observer", False))[1] != "observer"

    def look(self, now: datetime) -> None:
        """Taken, if this is a moment at which all three things are true."""
        both = {"families", "services"}
        in_time = now >= self.news + timedelta(days=DAYS) or self.urgent == both
        if self.taken is None and self.agreed == both and not self.objections and in_time:
            self.taken = self.number


class Walk(RuleBasedStateMachine):
    """People doing things with one decision. Each walk is undone before the next begins."""

    n: Netherby
    group: Group
    outcomes: ClassVar[list[int | None]] = []  # the wording that was taken, for each walk

    @initialize()
    def begin(self) -> None:
        self.held = transaction.atomic()
        self.held.__enter__()
        self.now, self.events = START, 0
        cara = self.group.seat_of(self.n.cara)
        self.decision = Decision.open(self.group, cara, "Letters", "welcome", [], "First words", START)
        self.stale = Decision.objects.whole().get()
        seats = self.group.seats.select_related("person", "partner").order_by("person__screen_name")
        self.seat_of = {seat.person.screen_name.lower(): seat for seat in seats}
        self.model = Model(
            {
                who: (seat.partner.name.lower(), seat.part, Perspective(seat.perspective).is_lived)
                for who, seat in self.seat_of.items()
            }
        )
        self.wordings = [self.decision.wording.pk]
        self.objections: dict[str, object] = {}

    def teardown(self) -> None:
        if hasattr(self, "held"):
            self.outcomes.append(self.model.taken)
            transaction.set_rollback(True)
            self.held.__exit__(None, None, None)

    def tries(self, verb) -> bool:
        """Whether the verb was allowed."""
        with suppress(Refused):
            verb()
            return True
        return False

    @rule(who=speakers)
    def agrees(self, who: str) -> None:
        self.tries_to_agree(who, stale=False, old=False)

    @rule(later=st.booleans())
    def both_agree(self, later: bool) -> None:
        """The usual way, so that many walks come near a decision."""
        self.time_goes_by(60 if later else 5)
        for who in [who for who in self.model.seats if self.model.speaks(who)]:
            self.tries_to_agree(who, stale=False, old=False)

    @rule(who=people, stale=st.booleans(), old=st.booleans())
    def tries_to_agree(self, who: str, stale: bool, old: bool) -> None:
        decision = self.stale if stale else self.decision
        wording = self.wordings[0 if old else -1]
        partner = getattr(self.seat_of.get(who), "partner", None)
        given = Agreement.objects.filter(wording=wording, partner=partner).exists()
        current = self.model.taken is None and wording == self.wordings[-1]
        may = self.model.speaks(who) and (given or current)
        assert self.tries(lambda: decision.agree(self.seat_of.get(who), wording, self.now)) == may
        if may and current and not given:  # pressing again changes nothing; the clock decides then
            self.model.agreed.add(self.model.seats[who][0])
            self.model.look(self.now)

    @rule(who=people)
    def objects(self, who: str) -> None:
        may = self.model.sits(who) and self.model.taken is None

        def verb() -> None:
            made = self.decision.object(self.seat_of.get(who), self.wordings[-1], "No", "Yes", self.now)
            self.objections[str(made.pk)] = made
            self.model.objections[str(made.pk)] = Voice(who, who)

        assert self.tries(verb) == may

    @rule(who=people)
    def objects_when_all_else_is_true(self, who: str) -> None:
        """The moment at which an objection must hold everything up."""
        self.objects(who)
        self.both_agree(later=True)

    @precondition(lambda self: self.model.objections and self.model.taken is None)
    @rule(data=st.data(), anybody=people)
    def takes_back(self, data, anybody: str) -> None:
        # in the order in which they were made: ids are random
        which = data.draw(st.sampled_from(list(self.model.objections)))
        voice = self.model.objections[which]
        who = data.draw(st.sampled_from([voice.holder or voice.maker, voice.maker, anybody]))
        may = self.model.sits(who) and voice.may_be_taken_back_by(who)
        seat = self.group.seat_of(self.n.people[who])
        assert self.tries(lambda: self.objections[which].withdraw(seat, self.now)) == may
        if may:
            del self.model.objections[which]
            self.model.look(self.now)

    @rule(who=people)
    def words(self, who: str) -> None:
        may = self.model.sits(who) and self.model.taken is None
        body = f"Words number {self.model.number + 1}"
        assert self.tries(lambda: self.decision.word(self.seat_of.get(who), body, self.now)) == may
        if may:
            self.wordings.append(self.decision.wording.pk)
            self.model = Model(self.model.seats, self.model.number + 1, self.now)

    @rule(who=speakers)
    def urges(self, who: str) -> None:
        may = self.model.speaks(who)
        again = may and self.model.seats[who][0] in self.model.urgent
        may = may and (again or self.model.taken is None)
        seat = self.seat_of.get(who)
        assert self.tries(lambda: self.decision.urge(seat, self.wordings[-1], "Now", self.now)) == may
        if may and not again:
            self.model.urgent.add(self.model.seats[who][0])
            self.model.look(self.now)

    @rule(who=people)
    def shares_a_paper(self, who: str) -> None:
        may = self.model.sits(who) and self.model.taken is None
        seat = self.seat_of.get(who)
        assert self.tries(lambda: self.decision.share_paper(seat, "Paper", "Words", self.now)) == may
        if may:
            self.model.news = self.now

    @rule(who=people, to=people)
    def hands_over(self, who: str, to: str) -> None:
        self.passes_on(who, to, by=who)

    @rule(who=people, to=people, by=speakers)
    def passes_on(self, who: str, to: str, by: str) -> None:
        has, theirs = self.model.seats.get(who), self.model.seats.get(to)
        if has is None:
            return
        may = who != to and self.may_end(who, by) and (theirs is None or theirs[0] == has[0])
        may = may and (not self.model.speaks(to) or self.may_end(to, by))
        lived = (theirs or has)[2]
        if has[0] == "families":  # who works for a service says so first; who speaks has lived it
            may = may and to not in WORK_FOR_A_SERVICE and (lived or has[1] not in ("speaker", "deputy"))
        old, before = self.seat_of[who], dict(self.model.seats)
        person = self.n.people[to]
        if not self.tries(lambda: hand_over(old, person, self.n.people[by], self.now)):
            assert not may
            assert before == self.model.seats
            return
        assert may
        del self.model.seats[who]
        self.model.seats[to] = (*has[:2], lived)
        self.seat_of[to] = self.group.seat_of(person)
        for voice in self.model.objections.values():
            if voice.holder == who:
                voice.holder = to if by == who else None
            elif voice.holder == to:  # the seat in which they held it has ended
                voice.holder = None

    def may_end(self, who: str, by: str) -> bool:
        """Their own seat, or as one who speaks for the same partner any but the speaker's."""
        partner, part, _ = self.model.seats[who]
        speaks = self.model.speaks(by) and self.model.seats[by][0] == partner
        return who == by or (speaks and part != "speaker")

    @rule(hours=st.sampled_from([5, 60]))
    def time_goes_by(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(stale=st.booleans())
    def the_clock_strikes(self, stale: bool) -> None:
        (self.stale if stale else self.decision).settle(self.now)
        self.model.look(self.now)

    @invariant()
    def taken_is_what_the_rule_says(self) -> None:
        outcome = Taken.objects.filter(decision=self.decision).select_related("wording").first()
        assert (outcome and outcome.wording.number) == self.model.taken

    @invariant()
    def history_bears_it_out(self) -> None:
        events = Event.objects.count()
        if events != self.events:
            assert list(faults()) == []
        self.events = events


@pytest.mark.django_db
def test_taken_means_that_everybody_needed_had_agreed(monkeypatch) -> None:
    Walk.n = netherby(START)
    Walk.group = groups(Walk.n, START, digest_days=DAYS)
    Walk.outcomes.clear()
    run_state_machine_as_test(Walk, settings=WALK)
    assert len([taken for taken in Walk.outcomes if taken]) >= 2, "too few walks came to a decision"

    # and the machine bites: with a rule that says yes without asking anybody it fails
    monkeypatch.setattr(conditions, "agreed", lambda *_: True)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Walk, settings=settings(WALK, phases=[Phase.generate]))
