"""Whether what was typed is kept just so, and whether a refusal gives it back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from checks.rooms import ROOMS

from .awkward import LINES
from .boxes import Form, Said, Typed, forms_of
from .payloads import payloads
from .ways import undone

Column = tuple[type[models.Model], str]
PROBE = "zqprobe was here"
MOST = 30_000
"""No field of the house keeps more words than this."""
TOO_LONG = re.compile(r"Take out ([\d,]+) character")
AT_ONCE = 8
"""So many packs for one small field; the whole list goes to it besides, to be refused and given back."""


def columns() -> Iterator[Column]:
    """Every column that can hold words."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for column in model._meta.concrete_fields:
                if isinstance(column, models.CharField | models.TextField | models.JSONField):
                    yield model, column.attname


def held_in(column: Column) -> Iterator[str]:
    """All words in this column; those in a dict too."""
    model, name = column
    for value in model._default_manager.values_list(name, flat=True):
        yield from _words_in(value)


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value == []:
        yield ""  # a list of nothing is how an empty answer is kept
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _words_in(one)


def as_text(typed: Typed) -> str:
    """What was typed, as far as it is words: bytes that are none become the mark for that."""
    return typed if isinstance(typed, str) else typed.decode(errors="replace")


def one_kind_of_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fit(typed: Typed) -> set[str]:
    """How it may be kept: with one kind of new line, or as one line. NUL alone may be taken out."""
    sent = as_text(typed).replace("\x00", "")
    text = one_kind_of_line(sent)
    return {sent, text, text.strip(), " ".join(text.split())}


def place_of(browser: Client, form: Form, name: str) -> tuple[Said, list[Column]]:
    """What else must be chosen so that this field is kept, and where it then is.

    Nowhere, for some: then what must be chosen so that it is at least looked at and refused.
    """
    usual = form.usual()
    others = [{one.name: [value]} for one in form.fields for value in one.options]
    refused = usual
    for chosen in ({}, *others):
        said = usual | chosen
        with undone(browser):
            answer = form.send(browser, said | {name: [PROBE]})
            if answer.status_code in (200, 302, 303):
                kept = [one for one in columns() if PROBE in held_in(one)]
                if kept:
                    return said, kept
            elif answer.status_code == 422 and refused is usual and not unkind(answer, name, PROBE):
                refused = said
    return refused, []


def longest(browser: Client, form: Form, name: str, others: Said) -> int:
    """How many letters this field keeps. Most say by how many a long text is too long; others are asked."""

    def refusal(letters: int) -> HttpResponse | None:
        with undone(browser):
            answer = form.send(browser, others | {name: ["w" * letters]})
        return answer if answer.status_code == 422 else None

    too_much = refusal(MOST)
    if too_much is None:
        return MOST
    if over := TOO_LONG.search(too_much.content.decode()):
        return MOST - int(over[1].replace(",", ""))
    return bisect_left(range(1, MOST), 1, key=lambda letters: refusal(letters) is not None)


def packed(most: int, turn: int) -> list[str]:
    """Every payload and every odd line, as many together as fit; a part of them in small fields.

    Each ``turn`` begins elsewhere in the list, so that small fields together take all of them.
    """
    everything = (*payloads(), *LINES)
    start = turn * AT_ONCE % len(everything)
    packs = [""]
    for one in (*everything[start:], *everything[:start]):
        if packs[-1] and len(packs[-1]) + 1 + len(one) > most:
            packs.append("")
        packs[-1] = f"{packs[-1]} {one}" if packs[-1] else one
    return packs[:AT_ONCE]


def unkind(answer: HttpResponse, name: str, typed: Typed) -> list[str]:
    """What a refusal forgets: its sentence, or the words."""
    html = answer.content.decode()
    said = LexborHTMLParser(html).css_first(".govuk-error-summary")
    wrong = [] if said and said.text(strip=True) else ["no sentence"]
    given_back = [one.value for form in forms_of("/", html) for one in form.fields if one.name == name]
    wanted = one_kind_of_line(as_text(typed)).replace("\x00", "").strip()
    same = any(one_kind_of_line(one).strip() == wanted for one in given_back)
    return wrong if same else [*wrong, "the words are not given back"]
