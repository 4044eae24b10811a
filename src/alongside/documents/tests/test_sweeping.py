"""What nobody needs any more goes, and what does not fit is found."""

from __future__ import annotations

import uuid
from datetime import timedelta

from alongside.documents import shelf, sweeping
from alongside.documents.forget import RULES

from .conftest import path_of

DAY = timedelta(days=1)


def test_a_file_without_a_row_is_swept_when_it_is_old(sends, now) -> None:
    file = sends()
    stray, board = uuid.uuid4(), 0
    shelf.put(stray, b"of a row that never was", now.date())
    board = int(stray.hex[:2], 16)
    assert sweeping.sweep_board(board, now + DAY) == 0
    assert sweeping.sweep_board(board, now + 4 * DAY) == 1
    assert sweeping.sweep_board(int(file.pk.hex[:2], 16), now + 4 * DAY) == 0
    assert path_of(file).exists()


def test_in_a_morning_every_board_is_swept(now, monkeypatch) -> None:
    swept: list[int] = []
    monkeypatch.setattr(sweeping, "sweep_board", lambda number, _: swept.append(number) or 0)
    for minute in range(shelf.BOARDS):
        sweeping.sweep(now + timedelta(minutes=minute))
    assert sorted(swept) == list(range(shelf.BOARDS))


def test_what_belongs_to_nothing_goes_after_two_days(sends, now, django_capture_on_commit_callbacks) -> None:
    file = sends()
    [rule] = RULES
    assert rule.run(now + DAY) == 0
    assert rule.left(now + 3 * DAY) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert rule.run(now + 3 * DAY) == 1
    assert rule.left(now + 3 * DAY) == 0
    assert not path_of(file).exists()


def test_a_row_whose_file_is_gone_or_other_is_found(sends) -> None:
    gone, other, _fine = sends(), sends(), sends()
    path_of(gone).unlink()
    path_of(other).write_bytes(b"something else")
    assert set(sweeping.faults()) == {
        f"file {gone.pk} is not on the shelf",
        f"file {other.pk} is not what was kept",
    }
