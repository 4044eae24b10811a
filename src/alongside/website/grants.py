"""What the program needs on PostgreSQL, and no more: nobody who takes it over can rewrite what happened.

Tables belong to one role, which migrates. The program runs as another: it may write everywhere, but what is
in the journal it can only add to. Shredding deletes a detail, and the head of a chain moves on.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from alongside.journal.models import Event

ALL = "select, insert, update, delete"
ONLY_ADD = "select, insert"


def grants(role: str) -> Iterator[str]:
    """SQL statements, one by one, to be run by the owner of the tables."""
    to = connection.ops.quote_name(role)
    yield f"grant usage on schema public to {to};"
    yield f"revoke all on all tables in schema public from {to};"
    for table in tables():
        may = ONLY_ADD if table == Event._meta.db_table else ALL
        yield f"grant {may} on {connection.ops.quote_name(table)} to {to};"
    yield f"grant usage, select on all sequences in schema public to {to};"


def tables() -> list[str]:
    """Every table the program writes to; the list of migrations is the owner's."""
    models = apps.get_models(include_auto_created=True)
    return sorted({model._meta.db_table for model in models if model._meta.managed})
