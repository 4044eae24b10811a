"""Server, worker and database are killed (-9) while people tell: nothing acknowledged is lost or half saved.

    python -m journeys.killing --rounds 200 [--postgres [--kills-it]]

SQLite has no server: killing the processes that write is killing the database.
"""

from __future__ import annotations

import re
import sys
import tempfile
import threading
from argparse import ArgumentParser
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from random import Random

from tools.postgres import Postgres, postgres

from .house import House, NeverCame, until
from .visitor import Visitor

AT_ONCE = 3
ADDRESS = re.compile(r"[\w.]+@[\w.]+")
WHAT_IS_THERE = """
from alongside.voice.models import Teller
found = list(Teller.objects.values_list("story__happened__body", flat=True))
"""


SEND_ALL = """
from django.utils import timezone
from alongside.messages.deliver import LEASE, deliver_due
found = 0
while some := deliver_due(timezone.now() + LEASE):
    found += some
"""
"""What a killed worker had in hand goes when its lease has run out; nobody waits ten minutes here."""


@dataclass
class Tally:
    """What was answered with *sent*, by words → the address the teller gave."""

    sent: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    faults: list[str] = field(default_factory=list)


def tells(house: House, words: str, address: str, place: str) -> bool:
    """Go through the pages once. True only when the last page says that it was sent."""
    who = Visitor(house.address, head={"X-Forwarded-For": place, "X-Forwarded-Proto": "http"})
    try:
        page = who.get("/netherby/tell/")
        for given in ({}, {"happened": words}, {}, {}, {}, {"channel": "email", "email": address}, {}):
            page = who.fills_in(page, "/tell/", **given)
        return page.path.endswith("/sent/")
    finally:
        who.leaves()


class Round:
    """A few people tell, one after the other, until the lights go out."""

    def __init__(self, house: House, postgres: Postgres | None, tally: Tally, number: int, dice: Random):
        self.house, self.postgres, self.tally, self.number, self.dice = house, postgres, tally, number, dice
        self.over, self.first = threading.Event(), threading.Event()

    def run(self) -> None:
        """Start, let people tell, kill."""
        self._lights_on()
        people = [threading.Thread(target=self._one, args=(who,)) for who in range(AT_ONCE)]
        for one in people:
            one.start()
        self.first.wait(20)
        self.over.wait(self.dice.uniform(0, 0.6))
        self.over.set()
        self._lights_out()
        for one in people:
            one.join()
        self.tally.kills += 1

    def _lights_on(self) -> None:
        """What lives stays: a server whose database went and came back must find it by itself."""
        if self.postgres and not self.postgres.lives:
            self.postgres.start()
        if not self.house.lives:
            self.house.start()
        until("the first page", self.house.answers, 60)

    def _lights_out(self) -> None:
        """The house goes; where the database may, that or both."""
        dies = self.dice.choice(("house", "database", "both")) if self.postgres else "house"
        if self.postgres and dies != "house":
            self.postgres.kill()
        if dies != "database":
            self.house.kill()

    def _one(self, who: int) -> None:
        for turn in range(1000):
            words = f"Round {self.number}, person {who}, story {turn}."
            address = f"r{self.number}w{who}s{turn}@home.example"
            try:
                if self.over.is_set():
                    return
                if tells(self.house, words, address, f"10.{self.number % 250}.{who}.{turn % 250}"):
                    self.tally.sent[words] = address
                    self.first.set()
            except (OSError, HTTPException):
                return  # the lights went out
            except AssertionError as error:  # a page that was not what it should be
                if not self.over.is_set():
                    self.tally.faults.append(f"{words} {error}")
                return


def rounds(house: House, number: int, postgres: Postgres | None = None, seed: int = 1) -> Tally:
    """So many kills, then one quiet start, and a look at what is there. ``postgres`` is killed too."""
    tally, dice = Tally(), Random(seed)  # noqa: S311 - dice, not secrets
    house.furnish()
    for one in range(number):
        Round(house, postgres, tally, one, dice).run()
    if postgres and not postgres.lives:
        postgres.start()
    if not house.lives:
        house.start()
    try:
        house.asks(SEND_ALL)
        tally.faults += missing(house, tally)
        house.command("verify")
    finally:
        house.close()
    return tally


def missing(house: House, tally: Tally) -> list[str]:
    """What was acknowledged and is not there once, and whoever was not thanked once."""
    there = Counter(house.asks(WHAT_IS_THERE))
    faults = [f"lost or doubled ({there[words]}): {words}" for words in tally.sent if there[words] != 1]
    tellers = set(tally.sent.values())
    with suppress(NeverCame):
        until("all the thanks", lambda: tellers <= thanked(house).keys(), 60)
    many = thanked(house)
    return faults + [f"{one} got {many[one]} messages" for one in sorted(tellers) if many[one] != 1]


def thanked(house: House) -> Counter[str]:
    """How many messages each address got."""
    found = (ADDRESS.search(to) for to, _text in house.messages())
    return Counter(one[0] for one in found if one)


def main(words: list[str]) -> int:
    """Do it and say what came of it."""
    parser = ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL of its own")
    parser.add_argument("--kills-it", action="store_true", help="which is killed too")
    asked = parser.parse_args(words)
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="alongside-killing-")))
        there = ends.enter_context(postgres(durable=True)) if asked.postgres else None
        house = House(folder, database=there.address if there else "", behind_a_proxy=True)
        tally = rounds(house, asked.rounds, there if asked.kills_it else None)
    print(f"{tally.kills} kills, {len(tally.sent)} stories acknowledged, {len(tally.faults)} faults")
    print("\n".join(tally.faults))
    return 1 if tally.faults or not tally.sent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
