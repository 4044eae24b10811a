"""Whatever anybody types into any field is kept as it is or refused kindly, and nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client

from alongside.look import forms
from checks.house.access import routes
from checks.house.world import World

from .awkward import ALONE
from .boxes import Form, Typed, a_file
from .keeping import Column, fit, held_in, longest, packed, place_of, unkind
from .payloads import payloads
from .spotting import made_by_words
from .ways import Key, Way, undone, walk

KEPT_NOWHERE = {
    ("welcome:sign_in", "address"): "an address, looked up",
    ("welcome:code", "code"): "a code, compared",
    ("welcome:second", "digits"): "a code, compared",
    ("welcome:app", "digits"): "a code, compared",
    ("welcome:passkey", "called"): "kept only with what a device answers",
    ("welcome:join", "address"): "an address",
    ("safety:concern", "email"): "an address",
    ("safety:concern", "mobile"): "a number",
    ("safety:concern", "phone"): "a number",
    ("charter:links", "link"): "an address on another site",
    ("place:address", "email"): "an address",
    ("place:organisations", "email"): "an address",
    ("place:words", "phone"): "a number",
    ("place:tasks", "address"): "an address, looked up",
    ("place:tasks", "called"): "kept for somebody new, with an address that can be one",
    ("words:check", "text"): "shown again, and kept by nobody",
    ("groups:handovers", "address"): "an address, looked up",
    ("charter:sheets", "people"): "a number",
    ("voice:type_in", "name"): "kept where somebody wants to be named by it",
    **{
        ("voice:type_in", name): "kept where somebody wants to be told what came of it"
        for name in ("where", "call_me", "hint")
    },
    **{("charter:rounds", f"until-{part}"): "a part of a day" for part in ("day", "month", "year")},
    **{
        (name, f"due_on-{part}"): "a part of a day"
        for name in ("promises:new", "promises:reopening", "charter:plan")
        for part in ("day", "month", "year")
    },
}
"""Fields whose words are refused or only shown, with what they are for."""

JUNK = (" ".join(payloads()), '{"id": "\\ud800"}', *(ALONE[one] for one in ("NUL", "no UTF-8")))
ONLY_AT_FIRST = ["area", "forum", "lead_email"]
"""Asked only while nothing is here: ``place/tests/test_first_visit`` types into them."""
TAKES_WORDS = (forms.Words, forms.Line, forms.Email)


def faults_of(answer: HttpResponse, name: str, typed: Typed, kept: list[Column]) -> Iterator[str]:
    """What is wrong with this answer to these words."""
    yield from breaks(answer)
    if answer.status_code == 422:
        yield from unkind(answer, name, typed)
    elif kept and not any(fit(typed) & set(held_in(column)) for column in kept):
        yield f"status {answer.status_code}, and they are not kept as they were typed"


def breaks(answer: HttpResponse) -> Iterator[str]:
    """Whether anything broke, or broke out."""
    if answer.status_code >= 500:
        yield f"status {answer.status_code}"
    if not answer.streaming:
        yield from made_by_words(answer.content.decode(errors="replace"))


def words_in(browser: Client, form: Form, name: str) -> tuple[bool, list[str]]:
    """Whether this field is kept anywhere, and a sentence for each fault with what is typed into it."""
    others, kept = place_of(browser, form, name)
    packs = [" ".join(payloads())]
    if kept:
        packs += packed(longest(browser, form, name, others), turn=len(form.address) + len(name))
    texts: dict[str, Typed] = {f"pack {number}": text for number, text in enumerate(packs)} | ALONE
    found = []
    for called, typed in texts.items():
        with undone(browser):
            answer = form.send(browser, others | {name: [typed]})
            found += [f"{name}, {called}: {fault}" for fault in faults_of(answer, name, typed, kept)]
    return bool(kept), found


def junk_in(browser: Client, form: Form, name: str, kind: str) -> list[str]:
    """The same of a field that is chosen, hidden or a file: it only may not break."""
    found = []
    for junk in JUNK:
        sent: Any = a_file(str(junk)[:300]) if kind == "file" else junk
        with undone(browser):
            answer = form.send(browser, form.usual() | {name: [sent]})
            found += [f"{name}, {junk!r:.40}: {fault}" for fault in breaks(answer)]
    return found


@pytest.mark.parametrize("name", [route.name for route in routes()])
def test_it_is_kept_or_refused_kindly(name: str, world: World, ways: dict[Key, list[Way]]) -> None:
    found, nowhere = [], set()
    for key in [one for one in ways if one[0] == name]:
        browser = world.browsers[ways[key][0].who]
        with undone(browser):
            form = walk(browser, ways[key][0])
            for field in form.fields:
                if field in form.written:
                    is_kept, wrong = words_in(browser, form, field.name)
                    nowhere |= set() if is_kept else {(name, field.name)}
                    found += wrong
                else:
                    found += junk_in(browser, form, field.name, field.kind)
    assert found == []
    assert nowhere == {one for one in KEPT_NOWHERE if one[0] == name}


def test_no_field_was_missed(ways: dict[Key, list[Way]]) -> None:
    """Every field for words that any form in the code declares was met on some page."""
    met = {name.rpartition("-")[2] for key in ways for name in key[1:]}
    declared = {
        name
        for form in every_form()
        for name, field in form.base_fields.items()
        if isinstance(field, TAKES_WORDS)
    }
    assert len(declared) > 20
    assert sorted(declared - met) == ONLY_AT_FIRST


def every_form() -> Iterator[type[forms.Form]]:
    """Each class of form that the rooms have, but for those of the page of parts."""
    waiting = [forms.Form]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        room = apps.get_containing_app_config(one.__module__)
        if room and not one.__module__.endswith(".gallery") and ".tests." not in one.__module__:
            yield one
