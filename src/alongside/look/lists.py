"""Leaves for lists and figures, and for where there is nothing to list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from alongside.look.parts import part


def pages(
    older: str = "",
    newer: str = "",
    name: str = "Pages",
    onward: str = "Older ones",
    back: str = "Newer ones",
) -> SafeString:
    """Paging by key: to older ones and to newer ones, or in the words that fit another order."""
    return part("pages", older=older, newer=newer, name=name, onward=onward, back=back)


def nothing_yet(bold: str, text: str) -> SafeString:
    """What is not there yet, and what will make it appear."""
    return part("nothing_yet", bold=bold, text=text)


def too_few(text: str) -> SafeString:
    """Why a figure is hidden, and what happened to the words."""
    return part("too_few", text=text)


def table(caption: str, head: Iterable[Any], rows: Iterable[Any], id: str = "table") -> SafeString:
    """A table of figures: the first cell of a row names it, the others are numbers."""
    return part("table", caption=caption, head=head, rows=rows, id=id)


def tally(items: Iterable[Any]) -> SafeString:
    """The desk's jump links: how many of what."""
    return part("tally", items=items)


def facts(items: Iterable[Any]) -> SafeString:
    """Key figures, each with what it counts."""
    return part("facts", items=items)
