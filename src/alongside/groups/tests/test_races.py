"""Two people press at the same moment. Real threads, real rows, through the pages, many rounds.

Whatever comes first, never both a Taken and a standing objection, nor a Taken in a wording that was not
agreed to. The last test takes the lock away and shows that these tests notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.groups.demo import groups
from alongside.groups.models import Agreement, Decision, Group, Objection, Seat, Taken, Wording
from alongside.groups.verify import faults
from alongside.people.demo import netherby as make_netherby

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 8


class Table:
    """Netherby with a group that needs no days, and browsers in which the cast is signed in."""

    def __init__(self) -> None:
        self.n = make_netherby(timezone.now() - timedelta(days=400))
        self.group = groups(self.n, timezone.now() - timedelta(days=300), digest_days=0)
        self.cookies = {}

    def browser(self, name: str) -> Client:
        """A browser of its own for each thread, all with one sign-in."""
        if name not in self.cookies:
            first = Client()
            first.force_login(self.n.people[name])
            self.cookies[name] = {key: morsel.value for key, morsel in first.cookies.items()}
        client = Client()
        for key, value in self.cookies[name].items():
            client.cookies[key] = value
        return client

    def seat(self, name: str) -> Seat:
        found = self.group.seat_of(self.n.people[name])
        assert found
        return found

    def decision(self) -> Decision:
        at = timezone.now() - timedelta(days=1)
        return Decision.open(self.group, self.seat("cara"), "Letters", "welcome", [], "Ten days before.", at)

    def posts(self, name: str, route: str, decision: Decision, **said: object) -> Callable[[], int]:
        client, address = self.browser(name), reverse(route, args=[decision.pk])
        return lambda: client.post(address, said).status_code


@pytest.fixture
def db(transactional_db: None) -> None:
    """Rows that other threads can see."""


@pytest.fixture
def table(db: None) -> Table:
    return Table()


def at_once(*deeds: Callable[[], int]) -> list[int | BaseException]:
    """Let all begin in the same moment; what each answered, in their order."""
    barrier, answers = Barrier(len(deeds)), [0] * len(deeds)

    def run(place: int, deed: Callable[[], int]) -> None:
        try:
            barrier.wait()
            answers[place] = deed()
        except BaseException as error:
            answers[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place, deed)) for place, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def broken_rule() -> str:
    """Both a Taken and a standing objection, or a Taken in a wording that was not agreed to."""
    for taken in Taken.objects.select_related("wording", "decision"):
        if Objection.objects.filter(wording=taken.wording, withdrawn=None).exists():
            return "taken while an objection stands"
        if Agreement.objects.filter(wording=taken.wording).count() != 2:
            return "taken in a wording that was not agreed to"
        if Wording.objects.filter(decision=taken.decision, number__gt=taken.wording.number).exists():
            return "taken in a wording that is not the last"
    return ""


def test_twenty_posts_by_one_speaker_leave_one_agreement(table):
    decision = table.decision()
    wording = decision.wording.pk
    answers = at_once(
        *[table.posts("ben", "groups:agreement", decision, wording_id=wording) for _ in range(20)]
    )
    assert Counter(answers) == {302: 20}
    assert Agreement.objects.count() == 1
    assert list(faults()) == []


def rounds(table: Table, other: Callable[[Decision], Callable[[], int]]) -> None:
    """Services have agreed. Asha's last yes meets something else: it is decided, or the other counts."""
    for number in range(ROUNDS):
        decision = table.decision()
        wording = decision.wording.pk
        decision.agree(table.seat("ben"), wording, timezone.now() - timedelta(hours=1))
        deeds = [table.posts("asha", "groups:agreement", decision, wording_id=wording), other(decision)]
        answers = at_once(*deeds) if number % 2 else at_once(*deeds[::-1])[::-1]
        assert set(answers) <= {302, 422}, answers
        assert broken_rule() == ""
        other_was_too_late = answers[1] == 422
        assert Taken.objects.filter(decision=decision).exists() == other_was_too_late
    assert list(faults()) == []


def test_an_agreement_meets_an_objection(table):
    def objection(decision: Decision) -> Callable[[], int]:
        said = {"wording_id": decision.wording.pk, "reason": "No.", "acceptable_if": "Yes."}
        return table.posts("cara", "groups:objections", decision, **said)

    rounds(table, objection)


def test_an_agreement_meets_a_new_wording(table):
    def wording(decision: Decision) -> Callable[[], int]:
        said = {"instead_of": decision.wording.pk, "body": "Two weeks before."}
        return table.posts("cara", "groups:wordings", decision, **said)

    rounds(table, wording)


def test_an_agreement_meets_a_handover(table):
    """Ben hands his seat to Hal and back while he agrees: his yes counts only while the seat is his."""
    n, names = table.n, ["ben", "hal"]
    for _ in range(ROUNDS):
        decision = table.decision()
        wording = decision.wording.pk
        decision.agree(table.seat("asha"), wording, timezone.now() - timedelta(hours=1))
        has, gets = names
        seat = table.seat(has)
        said = {"seat": seat.pk, "to": "someone", "address": n.people[gets].email, "perspective": "manager"}
        client, address = table.browser(has), reverse("groups:handovers", args=[table.group.pk])
        answers = at_once(
            lambda client=client, address=address, said=said: client.post(address, said).status_code,
            table.posts(has, "groups:agreement", decision, wording_id=wording),
        )
        assert answers[0] == 302, answers
        assert answers[1] in (302, 404, 422), answers
        taken = Taken.objects.filter(decision=decision).exists()
        assert taken == Agreement.objects.filter(wording=wording, seat=seat).exists()
        assert Seat.objects.filter(partner=seat.partner, part="speaker", until=None).count() == 1
        names.reverse()
    assert list(faults()) == []


def test_two_speakers_agree_at_once(table):
    for _ in range(ROUNDS):
        decision = table.decision()
        wording = decision.wording.pk
        answers = at_once(
            *[table.posts(who, "groups:agreement", decision, wording_id=wording) for who in ("asha", "ben")]
        )
        assert answers == [302, 302]
        assert Taken.objects.filter(decision=decision).count() == 1
    assert list(faults()) == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one transaction at a time anyway")
def test_without_the_lock_these_tests_would_notice(table, monkeypatch):
    """The same race with the group's row not held is lost."""
    monkeypatch.setattr(Group, "locked", lambda pk: Group.objects.get(pk=pk))

    def objection(decision: Decision) -> Callable[[], int]:
        said = {"wording_id": decision.wording.pk, "reason": "No.", "acceptable_if": "Yes."}
        return table.posts("cara", "groups:objections", decision, **said)

    def many() -> None:
        for _ in range(10):
            rounds(table, objection)

    with pytest.raises(AssertionError, match="taken while an objection stands"):
        many()
