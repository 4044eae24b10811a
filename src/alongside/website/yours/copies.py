"""A copy of everything, as one file to keep: a page to read and print, and the same for machines."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from alongside.documents.models import File
from alongside.people.days import day_of

from .gathering import Everything, everything_of
from .holders import Holder
from .wishes import Wish

PAGE, DATA = "what-we-hold.html", "what-we-hold.json"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a formula begins in a spreadsheet."""


def copy_of(holder: Holder, at: datetime) -> bytes:
    """The file. Where somebody has to look through something first, that is asked for, once."""
    found = everything_of(holder)
    if found.to_look_through:
        Wish.make(holder, Wish.Kind.COPY, "", at)
    said = {"everything": found, "holder": holder, "area": holder.area, "at": at}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(PAGE, render_to_string("website/yours/copy.html", said))
        file.writestr(DATA, json.dumps(as_data(found, at), indent=1, ensure_ascii=False, default=str))
        for sent in found.files:
            if content := _content(sent):
                file.writestr(f"files/{sent.pk}{sent.form.ending}", content)
    return packed.getvalue()


def _content(sent: File) -> bytes | None:
    """What they sent, or nothing where it has gone from the shelf: a copy without it is better than none."""
    try:
        return sent.read()
    except OSError:
        return None


def as_data(found: Everything, at: datetime) -> dict[str, Any]:
    """For machines. No value is a formula, whatever program reads it."""
    parts = [{"title": part.title, "rows": [harmless(row) for row in part.rows]} for part in found.parts]
    return {
        "made": day_of(at).isoformat(),
        "parts": parts,
        "a person has to look through": found.to_look_through,
    }


def harmless(value: Any) -> Any:
    """With an apostrophe before whatever a spreadsheet would reckon with."""
    if isinstance(value, dict):
        return {key: harmless(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(held) for held in value]
    text = value if isinstance(value, str) else ""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else value
