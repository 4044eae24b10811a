"""What this room says when a file cannot be kept. Each is a sentence for the page."""

from __future__ import annotations

import errno
import logging

from alongside.people.errors import Refused

log = logging.getLogger(__name__)


class CannotKeep(Refused):
    says = "We could not take this file. Please send another one."


class NoRoom(CannotKeep):
    says = (
        "We have no room for files just now, and it is not your fault. Your words are safe. Please try again "
        "later, or carry on without it."
    )


class CannotWrite(CannotKeep):
    says = (
        "We cannot keep files just now, and it is not your fault. Your words are safe. Please try again "
        "later, or carry on without it."
    )


class DoesHarm(CannotKeep):
    says = "Our virus scanner found harm in this file, so we did not keep it. Please send another one."


class NotLookedAt(CannotKeep):
    says = (
        "We cannot look for viruses just now, so we take no files. It is not your fault, and your words are "
        "safe. Please try again later, or carry on without it."
    )


FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def why_not(error: OSError) -> CannotKeep:
    """What to say of a place that takes no file: that it is full only if it is. The log says more."""
    log.error("a file could not be kept: %s", errno.errorcode.get(error.errno or 0, type(error).__name__))
    return NoRoom() if error.errno in FULL else CannotWrite()
