"""What tellers took back, as ids alone, in a file beside the database: an old backup shows none of it again.

One line for each, added as soon as it is sure. A list of who was erased stands beside it (decision 0014).
"""

from __future__ import annotations

import json
import logging
import os
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from .consents import Consent, ConsentEnded, Withdrawal
from .stories import Story

log = logging.getLogger(__name__)


def list_file() -> Path:
    """The list outside the database."""
    file: Path = settings.VAR / "taken_back.jsonl"
    return file


def note(story: Story, use: str, on: date) -> None:
    """Write it down once it is sure; ``use`` is "" for the whole story. A full disk stops nobody."""
    line = json.dumps({"story": str(story.pk), "use": use, "on": on.isoformat()})
    transaction.on_commit(lambda: _add(line))


def _add(line: str) -> None:
    try:
        list_file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(list_file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as file:
            file.write(f"\n{line}")  # whatever a lost power left of the last line ends here
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        log.error("what was taken back could not be written beside the database (%s)", type(error).__name__)


def take_back_again(at: datetime) -> int:
    """Take back whatever a restored database shows again. Returns how many. Lines of others say nothing."""
    from .publishing import take_back, withdraw

    again = 0
    for story_id, use in _lines():
        story = Story.objects.filter(pk=story_id).first()
        if story is None or Withdrawal.objects.filter(story=story, use="").exists():
            continue
        if not use:
            withdraw(story, at)
        elif _is_over(story, use):
            continue
        else:
            take_back(story, use, at)
        again += 1
    return again


def _is_over(story: Story, use: str) -> bool:
    given = Consent.objects.filter(story=story, use=use)
    return not given.exists() or ConsentEnded.objects.filter(consent__in=given).exists()


def _lines() -> list[tuple[UUID, str]]:
    """Each once. A line that a lost power cut in half is left out."""
    if not list_file().exists():
        return []
    found: dict[tuple[UUID, str], None] = {}
    for line in filter(None, list_file().read_text(encoding="utf-8").splitlines()):
        try:
            one = json.loads(line)
            found[UUID(one["story"]), str(one["use"])] = None
        except (ValueError, KeyError, TypeError):
            log.error("a line of what was taken back cannot be read")
    return list(found)
