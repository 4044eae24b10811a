"""What the log says of the ways in: that somebody came in or tried to, how, and why not. Never who.

Where somebody is signed in, since which day, stands on their own page; what was changed, in the journal.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from alongside.people.errors import Refused

log = logging.getLogger("alongside.ways_in")


def went(what: str) -> None:
    """It was right."""
    log.info("%s: well", what)


@contextmanager
def refusals(what: str) -> Iterator[None]:
    """Say of each refusal that comes out of here that it did."""
    try:
        yield
    except Refused as why:
        refused(what, why)
        raise


def refused(what: str, why: Refused) -> None:
    """It was wrong, too late or too often; the kind of refusal says which."""
    log.warning("%s: refused (%s)", what, type(why).__name__)
