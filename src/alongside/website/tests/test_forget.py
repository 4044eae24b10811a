"""`alongside forget`: what has been kept long enough goes, room by room."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from alongside.website.endings import rules


def test_every_rule_of_every_room_is_run(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("forget")
    said = capsys.readouterr().out
    assert len(rules()) > 5
    for rule in rules():
        assert rule.sentence in said


def test_upper_rooms_let_go_before_lower_ones() -> None:
    """One room lets go who told a story; the room below then forgets where the way back led, that night."""
    names = [rule.name for rule in rules()]
    assert names.index("tellers") < names.index("closed ways back")
