"""A town that is made for tests and not committed, as PostgreSQL would know it after a minute."""

from __future__ import annotations

from django.db import connection


def rows_are_counted() -> None:
    """Let PostgreSQL count its rows, as it does by itself a minute after a commit. Here nothing is committed.

    Until then it plans each page as if every table were empty: one list never came to an end.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
