"""Quiet hours: when nobody wants to be rung or to hear their phone."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

FROM, UNTIL = time(21), time(8)
"""For calls and texts to somebody who has not told us theirs."""


def after(moment: datetime, start: time | None, end: time | None, zone: tzinfo) -> datetime:
    """This moment, or the end of the quiet hours it falls into, by the clock on the wall in ``zone``.

    ``start`` belongs to the quiet hours, ``end`` does not; they may go over midnight. None, or two equal
    times, means that there are none. The result is never before ``moment``, whatever the clocks do.
    """
    if start is None or end is None or start == end:
        return moment
    local = moment.astimezone(zone)
    now = local.time()
    if start < end:
        quiet, over_midnight = start <= now < end, False
    else:
        quiet, over_midnight = now >= start or now < end, now >= start
    if not quiet:
        return moment
    day = local.date() + timedelta(days=1 if over_midnight else 0)
    ends = [datetime.combine(day, end, tzinfo=zone).replace(fold=fold) for fold in (0, 1)]
    # An hour that comes twice in autumn ends twice: the first end may already lie behind us.
    return next((e.astimezone(moment.tzinfo) for e in ends if e.timestamp() > moment.timestamp()), moment)
