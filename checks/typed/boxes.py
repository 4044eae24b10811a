"""Every form of the house, found by opening every page as everybody and following what a form leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import quote_plus, urlencode, urljoin

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from checks.house.crawl import kind_of

Typed = str | bytes
Said = dict[str, list[Any]]
WRITTEN = ("text", "textarea", "email", "tel", "search", "url", "number")
"""Kinds of field that take words; a page may hold no other that does."""
CHOSEN = ("radio", "select", "checkbox", "button")

USUAL = {
    "people": "1",
    "link": "https://example.org/news",
    "textarea": "We waited for an hour.",
    "text": "An hour",
    "email": "somebody@home.example",
    "tel": "01632 960 111",
    "day": "3",
    "month": "4",
    "year": "2031",
}


@dataclass(frozen=True)
class Field:
    """One box, list or hidden value, and what can be chosen in it."""

    name: str
    kind: str
    value: str
    options: tuple[str, ...]
    fills: str


@dataclass(frozen=True)
class Form:
    """One form, as a browser understands it."""

    address: str
    is_multipart: bool
    fields: tuple[Field, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from any other form of the house: where it goes, and what it asks."""
        return (kind_of(self.address) or "", *sorted({one.name for one in self.fields}))

    @property
    def written(self) -> list[Field]:
        return [one for one in self.fields if one.kind in WRITTEN]

    @property
    def choices(self) -> list[Field]:
        return [one for one in self.fields if one.kind in CHOSEN]

    def usual(self) -> Said:
        """Filled in as anybody would."""
        said: Said = {}
        for one in self.fields:
            answer = _usual(one)
            if answer is not None:
                said.setdefault(one.name, answer)
        return said

    def send(self, browser: Client, said: Said) -> HttpResponse:
        """As a browser sends it."""
        if self.is_multipart:
            return browser.post(self.address, said)
        body = urlencode(said, doseq=True, quote_via=_quoted)
        return browser.post(self.address, body, content_type="application/x-www-form-urlencoded")


def _quoted(value: Typed, *_: object) -> str:
    return quote_plus(value)


def _usual(one: Field) -> list[Any] | None:
    if one.kind in CHOSEN:
        chosen = [one.value] if one.value else list(one.options[:1])
        return chosen or None
    if one.kind == "file":
        return None
    if one.kind == "hidden":
        return [one.value]
    if one.value:  # words that stand there are there to be changed
        return [f"{one.value} {USUAL['text']}" if one.kind == "textarea" else one.value]
    if one.fills in ("username", "email"):
        return [USUAL["email"]]
    return [USUAL.get(one.name.rpartition("-")[2], USUAL.get(one.kind, USUAL["text"]))]


def a_file(called: str) -> SimpleUploadedFile:
    """A picture of a few dots, under this name."""
    drawn = BytesIO()
    Image.new("RGB", (40, 40), "teal").save(drawn, "PNG")
    return SimpleUploadedFile(called, drawn.getvalue(), "image/png")


def links_of(html: str) -> list[str]:
    """Where a page leads within this site."""
    links = [one.attributes.get("href") or "" for one in LexborHTMLParser(html).css("a[href]")]
    return [link.partition("#")[0] for link in links if link.startswith("/")]


def forms_of(path: str, html: str) -> list[Form]:
    """The forms of a page that are posted, each without its token."""
    found = []
    for node in LexborHTMLParser(html).css("form"):
        if (node.attributes.get("method") or "").lower() == "post":
            address = urljoin(path, node.attributes.get("action") or path)
            encoded = node.attributes.get("enctype") == "multipart/form-data"
            found.append(Form(address, encoded, tuple(_fields(node))))
    return found


def _fields(form: LexborNode) -> Iterator[Field]:
    groups: dict[str, list[LexborNode]] = {}
    for node in form.css("input[name], textarea[name], select[name], button[name]"):
        groups.setdefault(node.attributes["name"] or "", []).append(node)
    for name, nodes in groups.items():
        if name != "csrfmiddlewaretoken":
            yield _field(name, nodes)


def _field(name: str, nodes: list[LexborNode]) -> Field:
    first = nodes[0]
    kind = first.attributes.get("type") or {"input": "text"}.get(first.tag or "", first.tag or "")
    if first.tag == "select":
        nodes = first.css("option")
    elif first.tag == "button":
        kind = "button"
    if kind in CHOSEN:
        chosen = [one for one in nodes if "checked" in one.attributes or "selected" in one.attributes]
        options = [_value(one) for one in nodes]
        return Field(name, kind, _value(chosen[0]) if chosen else "", tuple(filter(None, options)), "")
    value = first.text().removeprefix("\n") if kind == "textarea" else _value(first)
    return Field(name, kind, value, (), first.attributes.get("autocomplete") or "")


def _value(node: LexborNode) -> str:
    """What is sent for it; a box to tick without a value says that it is on."""
    usual = "on" if node.attributes.get("type") == "checkbox" else ""
    return node.attributes.get("value") or usual
