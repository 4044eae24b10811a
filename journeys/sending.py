"""The sender is killed (-9) again and again: nothing is lost, and what comes twice is one letter.

python -m journeys.sending --rounds 100 --by smtp

Into a folder each message goes once, whenever the sender dies. By SMTP no sender can be sure: one that dies
after the server took a letter, and before it could write that down, has to send it again. So every other
round kills at that very moment, and we count what came twice: never more often than we killed, and always
the same letter under the same Message-ID, by which whoever gets both knows them to be one. A gateway
for texts knows our id, so nothing goes on from it twice.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import threading
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from .house import House
from .post_office import PostOffice
from .text_office import TOKEN, TextOffice

EACH_ROUND = 20
"""Letters for each round: so many that a killed sender always leaves some."""
WRITE = """
from datetime import timedelta
from django.utils import timezone
from alongside.messages.say import say
from alongside.people.demo import netherby
now = timezone.now()
n = netherby(now)
n.asha.contact.quiet_from = n.asha.contact.quiet_until = None  # or none would go by night
n.asha.contact.save()
for number in range({many}):
    say(key=f"letter:{{number}}", kind="letter", subject="A letter", body=f"Letter {{number}}.",
        at=now, area=n.area, person=n.asha, channel="{channel}")
found = now.isoformat()
"""
SEND = """
from datetime import datetime, timedelta
from alongside.messages.deliver import LEASE, deliver_due
at = datetime.fromisoformat("{began}") + {round} * LEASE
print("begins", flush=True)
while deliver_due(at):
    pass
"""
"""What the worker does, at a moment when every claim of the senders before it has run out."""
LEFT = """
from alongside.messages.models import Gone, Message
sent = Gone.objects.filter(how=Gone.How.SENT).count()
found = [Message.objects.count() - sent, Message.objects.filter(gone=None).count()]
"""


@dataclass
class Sent:
    """What came of it."""

    kills: int = 0
    letters: int = 0
    twice: int = 0
    faults: list[str] = field(default_factory=list)


class Sender:
    """One process that sends, until it has sent all or is killed."""

    def __init__(self, house: House, env: dict[str, str], code: str) -> None:
        whole = f"import django; django.setup()\n{code}"
        env = house.environment | {"DJANGO_SETTINGS_MODULE": "alongside.settings"} | env
        command = [sys.executable, "-c", whole]
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        assert self.process.stdout.readline() == "begins\n"

    def kill(self) -> None:
        """As a power cut would, unless it has ended already."""
        self.process.send_signal(signal.SIGKILL)

    def ends(self) -> bool:
        """Wait for its end; whether it was killed before its work was done."""
        self.process.communicate(timeout=120)
        return self.process.returncode == -signal.SIGKILL


def rounds(house: House, number: int, by: str, seed: int = 1) -> Sent:
    """So many senders, each but the last one killed; then a look at what came."""
    tally, dice = Sent(letters=number * EACH_ROUND), Random(seed)  # noqa: S311 - dice, not secrets
    house.command("migrate", "--verbosity", "0")
    began = house.asks(WRITE.format(many=tally.letters, channel="text" if by == "sms" else "email"))
    with _way_out(by) as (env, office):
        for one in range(number):
            sender = Sender(house, env, SEND.format(began=began, round=one))
            if office and one % 2:
                office.on_taking = sender.kill
            else:
                threading.Timer(dice.uniform(0, 0.15), sender.kill).start()
            tally.kills += sender.ends()
            if office:
                office.on_taking = lambda: None
        assert not Sender(house, env, SEND.format(began=began, round=number)).ends()
        came = office.came if office else _in_folder(house)
        letters = office.letters if office else {name: {name} for name in came}
    tally.twice = came.total() - len(came)
    tally.faults = list(_faults(tally, len(came), house.asks(LEFT), by))
    tally.faults += [f"not the same letter: {known}" for known, said in letters.items() if len(said) != 1]
    return tally


def _faults(tally: Sent, came: int, left: list[int], by: str) -> Iterator[str]:
    if came != tally.letters:
        yield f"{tally.letters - came} letters never came"
    if left != [0, 0]:
        yield f"{left[0]} are not known to have gone, {left[1]} still wait"
    most = tally.kills if by == "smtp" else 0
    if tally.twice > most:
        yield f"{tally.twice} came twice, and the sender was killed {tally.kills} times"


def _in_folder(house: House) -> Counter[str]:
    """Each file that can be seen, by the message in it."""
    return Counter(path.stem[-36:] for path in (house.var / "outbox").glob("[!.]*"))


@contextmanager
def _way_out(by: str) -> Iterator[tuple[dict[str, str], PostOffice | TextOffice | None]]:
    if by == "folder":
        yield {}, None
        return
    if by == "sms":
        with TextOffice() as gateway:
            yield (
                {
                    "ALONGSIDE_OUTBOX": "sms",
                    "ALONGSIDE_SMS_URL": gateway.address,
                    "ALONGSIDE_SMS_TOKEN": TOKEN,
                },
                gateway,
            )
        return
    with PostOffice() as office:
        address = f"smtp://127.0.0.1:{office.port}"
        yield {"ALONGSIDE_OUTBOX": "smtp", "ALONGSIDE_SMTP_URL": address}, office


def main(words: list[str]) -> int:
    """Do it and say what came of it."""
    parser = ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--by", choices=("folder", "smtp", "sms"), default="folder")
    parser.add_argument("--database", default="")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="alongside-sending-") as folder:
        tally = rounds(House(Path(folder), database=asked.database), asked.rounds, asked.by)
    twice = f", {tally.twice} of them came twice under one Message-ID" if asked.by == "smtp" else ""
    print(f"{tally.kills} kills, {tally.letters} letters{twice}, {len(tally.faults)} faults")
    print("\n".join(tally.faults))
    return 1 if tally.faults or not tally.kills else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
