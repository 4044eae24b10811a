"""Killed in the middle: what was acknowledged is there. Briefly here; ``make trust`` does it 200 times."""

from __future__ import annotations

from pathlib import Path

from .house import House
from .killing import Tally, missing, rounds


def test_what_was_acknowledged_is_there(tmp_path: Path) -> None:
    tally = rounds(House(tmp_path, behind_a_proxy=True), 4)
    assert tally.faults == []
    assert tally.kills == 4
    assert len(tally.sent) >= 4


def test_the_count_bites(tmp_path: Path) -> None:
    """A story that nobody kept, and one that was thanked for twice, are noticed."""
    house = House(tmp_path)
    house.command("migrate", "--verbosity", "0")
    (tmp_path / "outbox").mkdir(parents=True)
    for number in range(2):
        (tmp_path / "outbox" / f"{number}.txt").write_text("To: x@home.example\n\nThank you.")
    assert missing(house, Tally(sent={"Never kept.": "x@home.example"})) == [
        "lost or doubled (0): Never kept.",
        "x@home.example got 2 messages",
    ]
