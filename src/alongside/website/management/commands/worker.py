from __future__ import annotations

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from alongside.journal.privacy import Forget
from alongside.messages.deliver import deliver_due
from alongside.website.endings import rules
from alongside.website.nightly import NIGHTS
from alongside.website.rooms import modules

log = logging.getLogger("alongside.worker")

POLL = 2.0
"""Seconds between two looks at what is due."""
DUTIES_EVERY = timedelta(minutes=1)
NIGHT_AT = 3
"""The hour, by the clock on our wall, from which on the night's work is done: once."""

Duty = Callable[[datetime], int]


class Command(BaseCommand):
    help = "Sends what waits to be sent, does what is due, and forgets at night. Ends cleanly when told to."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do everything that is due now, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            Worker().once(timezone.now())
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        Worker().until(stop)


class Worker:
    """One round after another. A fault ends one piece of work, never the worker.

    Logs name the duty and the kind of the fault; its words may hold what people wrote, so they stay out.
    """

    def __init__(self) -> None:
        self.duties: list[Duty] = duties()
        self.rules: list[Forget] = rules()
        self.nights: list[Duty] = list(NIGHTS)
        self.last_duties: datetime | None = None
        self.last_night: date | None = None

    def until(self, stop: threading.Event) -> None:
        """Work until told to stop; what is being done is finished first."""
        faults = 0
        while not stop.is_set():
            began = time.monotonic()
            busy, whole = self.round(timezone.now(), stop)
            faults = 0 if whole else faults + 1
            if busy and whole:
                continue
            # A database that is away is not asked every two seconds; a minute is the longest.
            pause = min(POLL * 2 ** min(faults, 5), 60.0)
            stop.wait(max(0.0, pause - (time.monotonic() - began)))

    def round(self, at: datetime, stop: threading.Event | None = None) -> tuple[bool, bool]:
        """One look at everything: whether there may be more at once, and whether all went well."""
        close_old_connections()
        sent = self.safely("messages.deliver_due", lambda: deliver_due(at))
        well = sent is not None
        if self.last_duties is None or abs(at - self.last_duties) >= DUTIES_EVERY:
            self.last_duties = at  # a clock that was ahead and went back must not keep us waiting
            well = self.do_duties(at, stop) and well
        local = timezone.localtime(at)
        if local.hour >= NIGHT_AT and self.last_night != local.date():
            self.last_night = local.date()
            well = self.night(at, stop) and well
        return bool(sent), well

    def once(self, at: datetime) -> None:
        """Everything that is due at this moment: duties first, because they may say something."""
        self.do_duties(at)
        while self.safely("messages.deliver_due", lambda: deliver_due(at)):
            pass
        self.night(at)

    def do_duties(self, at: datetime, stop: threading.Event | None = None) -> bool:
        """What each room's clock says is due."""
        return self._all(named(self.duties), at, stop)

    def night(self, at: datetime, stop: threading.Event | None = None) -> bool:
        """Every rule of forgetting whose time has come; then the history is read again."""
        forget = [(f"forget {rule.name}", rule.run) for rule in self.rules]
        return self._all([*forget, *named(self.nights)], at, stop)

    def _all(self, work: list[tuple[str, Duty]], at: datetime, stop: threading.Event | None) -> bool:
        well = True
        for name, duty in work:
            if stop is not None and stop.is_set():
                break
            well = self.safely(name, lambda duty=duty: duty(at)) is not None and well  # type: ignore[misc]
        return well

    def safely(self, name: str, work: Callable[[], int]) -> int | None:
        """Do one piece of work; a fault is logged, and the next piece begins. None if it went wrong."""
        try:
            done = work()
        except Exception as fault:
            where = fault.__traceback__
            while where is not None and where.tb_next is not None:
                where = where.tb_next
            line = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "?"
            log.error("%s did not work: %s at %s", name, type(fault).__name__, line)
            close_old_connections()
            return None
        if done:
            log.info("%s: %d", name, done)
        return done


def named(duties: list[Duty]) -> list[tuple[str, Duty]]:
    """Each with the name under which the log tells of it."""
    return [(f"{duty.__module__}.{duty.__name__}", duty) for duty in duties]


def duties() -> list[Duty]:
    """What each room's clock says is due again and again, from the ground up."""
    return [duty for room in modules("clock") for duty in room.DUTIES]
