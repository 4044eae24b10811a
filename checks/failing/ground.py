"""Ways in which the ground fails, each as the engine itself makes it fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.storage import FileSystemStorage
from django.db import connection


@contextmanager
def read_only() -> Iterator[None]:
    """The database lets itself be read and not be written: a mistaken mount, a replica, a failing disk."""
    on, off = (
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )
    _say(on)
    try:
        yield
    finally:
        _say(off)


@contextmanager
def full() -> Iterator[None]:
    """SQLite's file may not grow by one page, and has none to spare: what a full disk is to it."""
    _say("VACUUM")
    before = _say("PRAGMA max_page_count")
    _say(f"PRAGMA max_page_count = {_say('PRAGMA page_count')}")
    try:
        yield
    finally:
        _say(f"PRAGMA max_page_count = {before}")


def _say(words: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(words)
        row = cursor.fetchone() if cursor.description else None
    return row[0] if row else None


class FullShelf(FileSystemStorage):
    """Files go where the kernel says of every write that there is no space left."""

    def _save(self, name: str, content: Any) -> str:
        with open("/dev/full", "wb", buffering=0) as there:
            there.write(content.read())
        return name
