"""What somebody had typed when we asked for a second step: kept in their session, and sent on after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest

KEPT = "typed"
MOST = 100_000
"""So many characters are kept. Nothing that asks for a second step takes as many."""
_A_KEY = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """A form that waits to be sent: where to, and what is in it."""

    path: str
    fields: list[tuple[str, str]]

    @property
    def words(self) -> list[str]:
        """What a person typed: what was hidden in the form are keys."""
        return [value for _, value in self.fields if value.strip() and not _A_KEY.fullmatch(value)]


def keep(request: HttpRequest) -> None:
    """Keep this form. There is one at a time."""
    fields = [
        [name, value.replace("\x00", "")]
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    if sum(len(value) for _, value in fields) <= MOST:
        request.session[KEPT] = {"path": request.get_full_path(), "fields": fields}


def waiting(request: HttpRequest) -> Typed | None:
    """The form that waits, if there is one."""
    kept = request.session.get(KEPT)
    return Typed(kept["path"], [(name, value) for name, value in kept["fields"]]) if kept else None


def drop(request: HttpRequest) -> None:
    """It was sent, or is not wanted any more."""
    request.session.pop(KEPT, None)
