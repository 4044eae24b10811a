"""A form that did not get through: its words to be read, and all of it to be sent once more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
_A_KEY = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Again:
    """Where the form was going, and everything in it but files, which no page can give back."""

    path: str
    fields: list[tuple[str, str]]
    token: str
    """What the page gave the form, so that it can be sent again without asking anything of the house."""
    had_files: bool

    @property
    def words(self) -> list[tuple[str, str]]:
        """The text fields by a readable name; keys are nobody's words."""
        return [
            (name.replace("_", " ").replace("-", " ").capitalize(), value)
            for name, value in self.fields
            if is_words(value)
        ]


def is_words(value: str) -> bool:
    """Whether somebody typed this: what was hidden in the form are keys."""
    return bool(value.strip()) and not _A_KEY.fullmatch(value)


def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Everything in the form but files and its token. NUL goes, since not every database keeps it."""
    lists = request.POST.lists()
    return [(name, value.replace("\x00", "")) for name, values in lists for value in values if name != TOKEN]


def typed(request: HttpRequest) -> Again | None:
    """What was typed into the form that brought us here; nothing if no words were."""
    try:
        fields, files = fields_of(request), bool(request.FILES)
    except (OSError, SuspiciousOperation, MultiPartParserError):  # it never came whole
        return None
    again = Again(request.get_full_path(), fields, request.POST.get(TOKEN, ""), files)
    return again if again.words else None
