"""Stones and signs: small drawings from ``tokens.json``, always beside a word, never read aloud."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.look.tokens import slot, tokens


class _Shapes(HTMLParser):
    """Takes a drawing apart, so that it is put together again with every attribute escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | bool | None]]] = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def shapes(drawing: str) -> SafeString:
    """The elements of a drawing written in ``tokens.json``."""
    parser = _Shapes()
    parser.feed(drawing)
    return format_html_join("", "<{}{}/>", ((tag, flatatt(attrs)) for tag, attrs in parser.found))


def _drawing(classes: str, view_box: str, inside: SafeString) -> SafeString:
    named = flatatt({"class": classes}) if classes else ""
    return format_html('<svg{} viewBox="{}" aria-hidden="true">{}</svg>', named, view_box, inside)


@cache
def stone(cornerstone: str, classes: str = "al-stone") -> SafeString:
    """The shape of a cornerstone, bare."""
    stones = tokens()["stones"]
    return _drawing(classes, stones["viewBox"], shapes(stones[slot(cornerstone)]))


@cache
def sign(name: str, tone: str = "", classes: str = "al-sign") -> SafeString:
    """A line drawing that goes with a word. An unknown name is a mistake in the page: it raises."""
    signs = tokens()["signs"]
    toned = f"{classes} {classes}--{tone}" if tone and classes else classes
    return _drawing(toned, signs["viewBox"], shapes(signs[name]))


@cache
def mark(classes: str = "al-brand__mark") -> SafeString:
    """Two equal lines going the same way."""
    drawing = tokens()["mark"]
    lines = format_html_join(
        "", '<path class="{}" d="{}"/>', (("ab"[i], line["d"]) for i, line in enumerate(drawing["lines"]))
    )
    return _drawing(classes, drawing["viewBox"], lines)
