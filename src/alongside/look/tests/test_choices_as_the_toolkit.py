"""Our radios and checkboxes are the toolkit's, but for how what belongs to a choice is opened."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.look import forms
from alongside.look.tests.asked import drawn, said
from alongside.look.tests.oracle import fixture, shape, without_revealed

RADIOS = [
    "default", "with hint", "inline", "with a divider", "small inline", "small with long text",
    "small with a divider", "with fieldset and error message", "with hint and error message",
    "with conditional items", "with conditional item checked",
]  # fmt: skip
CHECKBOXES = [
    "default", "with hint", "with error message", "with error message and hint", "small",
    "small with error", "small with hint", "with legend as a page heading",
    "with conditional items",
]  # fmt: skip


def offered(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a choice, from a fixture's items."""
    choices, hints, divider, reveals, waiting = [], {}, {}, {}, ""
    for item in options["items"]:
        if "divider" in item:
            waiting = item["divider"]
            continue
        value = item["value"]
        choices.append((value, item["text"]))
        if waiting:
            divider[value], waiting = waiting, ""
        if "hint" in item:
            hints[value] = item["hint"]["text"]
        if "conditional" in item:
            reveals[value] = f"context-{value}"
    return {
        "choices": choices,
        "hints": hints,
        "divider": divider,
        "reveals": reveals,
        "small": "--small" in options.get("classes", ""),
        "inline": "--inline" in options.get("classes", ""),
        **said(options),
    }


def chosen(options: dict[str, Any]) -> list[str]:
    ticked = [item["value"] for item in options["items"] if item.get("checked")]
    return [*ticked, *options.get("values", []), *([options["value"]] if "value" in options else [])]


@pytest.mark.parametrize("name", RADIOS)
def test_a_choice(name: str) -> None:
    options, theirs = fixture("radios", name)
    now = chosen(options)
    key = options.get("idPrefix") or options["name"]
    typed = {key: now[0] if now else ""} if now or "errorMessage" in options else None
    ours = drawn(forms.Choice(**offered(options)), options, typed)
    assert without_revealed(shape(ours)) == without_revealed(shape(theirs))


@pytest.mark.parametrize("name", CHECKBOXES)
def test_choices(name: str) -> None:
    options, theirs = fixture("checkboxes", name)
    now = chosen(options)
    key = options.get("idPrefix") or options["name"]
    typed = {key: now} if now or "errorMessage" in options else None
    ours = drawn(forms.Choices(**offered(options)), options, typed)
    assert without_revealed(shape(ours)) == without_revealed(shape(theirs))
