"""Quiet hours hold on every day of the year, also on those when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.messages.quiet import after

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("start", "end", "said", "goes"),
    [
        ("21:00", "08:00", "20:59", "20:59"),
        ("21:00", "08:00", "21:00", "1 08:00"),
        ("21:00", "08:00", "07:59", "08:00"),
        ("21:00", "08:00", "08:00", "08:00"),
        ("13:00", "15:00", "14:00", "15:00"),
        ("13:00", "15:00", "12:00", "12:00"),
        ("09:00", "09:00", "09:00", "09:00"),
        ("21:00", "00:00", "23:00", "1 00:00"),
    ],
)
def test_a_moment_moves_to_the_end_of_the_quiet_hours(start: str, end: str, said: str, goes: str) -> None:
    days, _space, clock = goes.rpartition(" ")
    day = datetime(2026, 3, 12, tzinfo=UTC)
    moment = datetime.combine(day, time.fromisoformat(said), tzinfo=UTC)
    wanted = datetime.combine(day + timedelta(days=int(days or 0)), time.fromisoformat(clock), tzinfo=UTC)

    assert after(moment, time.fromisoformat(start), time.fromisoformat(end), LONDON) == wanted


def test_without_quiet_hours_nothing_moves() -> None:
    moment = datetime(2026, 3, 12, 3, tzinfo=UTC)

    assert after(moment, None, time(8), LONDON) == moment
    assert after(moment, time(21), None, LONDON) == moment


@settings(deadline=None)  # a busy machine is no fault of ours
@given(
    moment=st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    start=st.times(),
    end=st.times(),
    zone=st.sampled_from(["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_it_never_goes_back_and_never_more_than_a_day_ahead(
    moment: datetime, start: time, end: time, zone: str
) -> None:
    moved = after(moment, start, end, ZoneInfo(zone))

    assert moment <= moved <= moment + timedelta(hours=26)


@pytest.mark.parametrize("minute", range(0, 240, 10))
def test_the_hour_that_comes_twice_ends_after_now(minute: int) -> None:
    moment = datetime(2026, 10, 25, tzinfo=UTC) + timedelta(minutes=minute)  # clocks go back at one

    moved = after(moment, time(23), time(1, 30), LONDON)

    assert moment <= moved <= datetime(2026, 10, 25, 4, tzinfo=UTC)
    assert moved == moment or moved.astimezone(LONDON).time() == time(1, 30)
