"""`alongside verify`: silent while all is whole; a sentence for each fault, and exit code 1."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from alongside.groups import demo as at_work
from alongside.groups.models import Agreement
from alongside.journal.models import Event
from alongside.people.demo import Netherby


@pytest.fixture
def decided(netherby: Netherby, now: object) -> None:
    group = at_work.groups(netherby, now)  # type: ignore[arg-type]
    at_work.taken_with_dissent(netherby, group, now)  # type: ignore[arg-type]


def test_all_is_whole(decided: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify")
    said = capsys.readouterr().out
    assert said.startswith("All is whole: ")
    assert "1 decision" in said
    assert f"{Event.objects.count()} events" in said


def test_a_changed_event_is_found(decided: None, capsys: pytest.CaptureFixture[str]) -> None:
    Event.objects.filter(number=3).update(what="decision.taken")
    with pytest.raises(SystemExit) as ended:
        call_command("verify")
    assert ended.value.code == 1
    assert "event 3: was changed after it was written." in capsys.readouterr().out


def test_a_decision_without_an_agreement_is_found(decided: None, capsys: pytest.CaptureFixture[str]) -> None:
    Agreement.objects.all().delete()
    with pytest.raises(SystemExit):
        call_command("verify")
    assert "All is whole" not in capsys.readouterr().out
