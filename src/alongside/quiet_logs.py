"""Logs hold no people: an address with a secret in it is a key, and a log is read by many."""

from __future__ import annotations

import logging
import time
import traceback


class NoAddresses(logging.Filter):
    """Puts the shape of an address (``verdicts/<str:token>/``) where a record would name the address.

    Of a fault it keeps its kind and its lines of code, and not its words: a database that refuses a row says
    whose e-mail address stood in it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes; one about a request says which page, never which link."""
        if record.name == "django.security.DisallowedHost":
            record.msg, record.args = "a request for another host was refused", ()
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            shape = match.route if match else "an address"
            path = getattr(request, "path", "")
            # Django writes odd marks as their numbers, so that nobody can break a line of the log.
            written = (path, path.encode("unicode_escape").decode("ascii"))
            record.args = tuple(shape if arg in written else arg for arg in record.args)
        if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
            record.exc_text = in_code(record.exc_info[1])  # what every formatter prints, once it is there
        return True


class Line(logging.Formatter):
    """When, in universal time; how grave; which part of the program; and what."""

    converter = staticmethod(time.gmtime)
    default_msec_format = "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")


def in_code(fault: BaseException) -> str:
    """A fault, and what led to it, as lines of our code and kinds of faults; none of its words."""
    told: list[str] = []
    here: BaseException | None = fault
    while here is not None:
        told.append("".join(traceback.format_tb(here.__traceback__)) + type(here).__name__)
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)
    return "\n\nwhich came of\n\n".join(told)
