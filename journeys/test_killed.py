"""Killed in the middle: what was acknowledged is there. Briefly here; ``make trust`` does it 200 times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.machine import Missing
from tools.postgres import postgres
from tools.power import family, running

from . import sending
from .house import House
from .killing import Tally, missing, rounds


def test_what_was_acknowledged_is_there(tmp_path: Path, made: Path) -> None:
    tally = rounds(House(tmp_path, behind_a_proxy=True, made=made), 3)
    assert tally.faults == []
    assert tally.kills == 3
    assert len(tally.sent) >= 3


def test_what_was_acknowledged_is_there_when_the_database_dies_too(tmp_path: Path) -> None:
    try:
        with postgres(durable=True) as there:
            house = House(tmp_path, database=there.address, behind_a_proxy=True)
            tally = rounds(house, 3, there)
    except Missing as missing_here:
        pytest.skip(str(missing_here))
    assert tally.faults == []
    assert len(tally.sent) >= 3


@pytest.mark.parametrize("by", ["folder", "smtp"])
def test_a_sender_that_is_killed_loses_nothing(tmp_path: Path, by: str) -> None:
    """What came twice came under one Message-ID, and only where its sender died after handing it over."""
    tally = sending.rounds(House(tmp_path), 4, by)
    assert tally.faults == []
    assert tally.kills == 4
    assert tally.letters == 4 * sending.EACH_ROUND


def test_when_the_lights_go_out_nobody_answers_or_tidies_up(tmp_path: Path, made: Path) -> None:
    house = House(tmp_path, made=made)
    house.open()
    assert house.running
    all_of_it = family(house.running.pid)
    assert len(all_of_it) >= 3, "a server and a worker, and what looks after both"
    house.kill()
    assert not house.answers()
    assert not [one for one in running() if one.pid in all_of_it and one.lives]


def test_the_count_of_letters_bites() -> None:
    tally = sending.Sent(kills=1, letters=3, twice=2)
    assert list(sending._faults(tally, 2, [1, 1], "smtp")) == [
        "1 letters never came",
        "1 are not known to have gone, 1 still wait",
        "2 came twice, and the sender was killed 1 times",
    ]


def test_the_count_bites(tmp_path: Path, made: Path) -> None:
    """A story that nobody kept, and one that was thanked for twice, are noticed."""
    house = House(tmp_path, made=made)
    house.furnish()
    (tmp_path / "outbox").mkdir(exist_ok=True)
    for number in range(2):
        (tmp_path / "outbox" / f"{number}.txt").write_text("To: x@home.example\n\nThank you.")
    assert missing(house, Tally(sent={"Never kept.": "x@home.example"})) == [
        "lost or doubled (0): Never kept.",
        "x@home.example got 2 messages",
    ]
