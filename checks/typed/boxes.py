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
    if first.tag == "button":  # one of them is pressed, and it is the one that says something
        return Field(name, "button", "", tuple(one.attributes.get("value") or "" for one in nodes), "")
    kind = first.attributes.get("type") or ("text" if first.tag == "input" else first.tag)
    fills = first.attributes.get("autocomplete") or ""
    if kind in ("radio", "checkbox"):
        chosen = next((one for one in nodes if "checked" in one.attributes), None)
        options = tuple(one.attributes.get("value") or "on" for one in nodes)
        return Field(name, kind, chosen.attributes.get("value") or "" if chosen else "", options, fills)
    if kind == "select":
        values = tuple(one.attributes.get("value") or "" for one in first.css("option"))
        chosen = next((one for one in first.css("option") if "selected" in one.attributes), None)
        value = chosen.attributes.get("value") or "" if chosen else ""
        return Field(name, kind, value, tuple(filter(None, values)), fills)
    value = first.text() if kind == "textarea" else first.attributes.get("value") or ""
    return Field(name, kind, value.removeprefix("\n"), (), fills)
