"""Whether what stands follows from what happened: the proofs of all rooms, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.documents.models import File
from alongside.documents.sweeping import faults as faults_of_files
from alongside.groups.models import Taken
from alongside.groups.verify import faults as faults_of_groups
from alongside.journal.models import Event
from alongside.journal.verify import faults as faults_of_the_journal
from alongside.promises.models import Promise
from alongside.promises.verify import faults as faults_of_promises

ASKED = (faults_of_the_journal, faults_of_groups, faults_of_promises, faults_of_files)


def faults() -> Iterator[str]:
    """A sentence for everything that does not fit. None when all is whole."""
    for each in ASKED:
        for fault in each():
            yield fault.rstrip(".")


def how_much() -> str:
    """ "240 events, 6 decisions, 12 promises, 3 files"."""
    counts = (
        (Event.objects.count(), "event"),
        (Taken.objects.count(), "decision"),
        (Promise.objects.count(), "promise"),
        (File.objects.count(), "file"),
    )
    return ", ".join(f"{number:,} {one}{'' if number == 1 else 's'}" for number, one in counts)
