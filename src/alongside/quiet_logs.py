"""Logs hold no people: an address with a secret in it is a key, and a log is read by many."""

from __future__ import annotations

import logging


class NoAddresses(logging.Filter):
    """Puts the shape of an address (``verdicts/<str:token>/``) where a record would name the address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes; one about a request says which page, never which link."""
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            shape = match.route if match else "an address"
            path = getattr(request, "path", None)
            record.args = tuple(shape if arg == path else arg for arg in record.args)
        return True
