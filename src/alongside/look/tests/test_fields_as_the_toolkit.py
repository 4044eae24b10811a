"""Our fields are the toolkit's to the letter, so that its tested behaviour is ours."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms as django_forms

from alongside.look import forms
from alongside.look.tests.oracle import fixture, shape, without_revealed

INPUT = [
    "default", "with hint text", "with error message", "with error and hint", "with width-2 class",
    "with width-3 class", "with width-4 class", "with width-5 class", "with width-10 class",
    "with width-20 class", "with width-30 class", "with label as page heading", "value",
    "zero value", "inputmode", "with autocomplete attribute", "with spellcheck enabled",
    "with spellcheck disabled", "disabled", "id",
]  # fmt: skip
TEXTAREA = [
    "default", "with hint", "with error message", "with default value", "with custom rows",
    "with label as page heading", "with hint and error message", "with autocomplete attribute", "id",
]  # fmt: skip
COUNT = [
    "default", "with hint", "with hint and error", "with default value", "with custom rows",
    "with label as page heading", "id",
]  # fmt: skip
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
DAY = [
    "default", "with values", "with error message and hint", "with error on day input",
    "with error on month input", "with error on year input",
]  # fmt: skip
SELECT = ["default", "error", "with hint text and error message", "with selected value",
          "with label as page heading"]  # fmt: skip


def drawn(field: django_forms.Field, options: dict[str, Any], typed: dict[str, Any] | None = None) -> str:
    """One field of a form, with the ids and names of the fixture."""
    id_, name = options.get("id") or options.get("idPrefix") or options["name"], options.get("name")
    others = {other: forms.Line() for other in getattr(field, "reveals", {}).values()}
    form = type("Asked", (forms.Form,), {id_: field, **others})(typed)
    if said := options.get("errorMessage"):
        form.is_valid()
        form.errors.pop(id_, None)
        form.add_error(id_, django_forms.ValidationError(said["text"], code=options.get("wrong")))
    html = form[id_].as_field_group()
    return html.replace(f' name="{id_}"', f' name="{name or id_}"')


def said(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments that all our fields take, from a fixture's options."""
    label = options.get("label") or options.get("fieldset", {}).get("legend", {})
    size = label.get("classes", "").rpartition("--")[2]
    return {
        "label": label.get("text", ""),
        "help_text": options.get("hint", {}).get("text", ""),
        "label_as_heading": label.get("isPageHeading", False),
        "label_size": size,
        "required": False,
    }


def same(component: str, name: str, ours: str, words: dict[str, str] | None = None) -> None:
    theirs = fixture(component, name)[1]
    for before, after in (words or {}).items():
        assert before in theirs
        theirs = theirs.replace(before, after)
    assert shape(ours) == shape(theirs)


@pytest.mark.parametrize("name", INPUT)
def test_a_line(name: str) -> None:
    options, _ = fixture("input", name)
    attrs = {
        one: str(options[one]).lower()
        for one in ("inputmode", "autocomplete", "spellcheck")
        if one in options
    }
    width = int((options.get("classes") or "").rpartition("width-")[2] or 0)
    widget = django_forms.TextInput(attrs)
    field = forms.Line(width=width, widget=widget, disabled=options.get("disabled", False), **said(options))
    typed = {options.get("id", options["name"]): str(options.get("value", ""))}
    same("input", name, drawn(field, options, typed))


@pytest.mark.parametrize("name", TEXTAREA)
def test_words(name: str) -> None:
    options, _ = fixture("textarea", name)
    field = forms.Words(rows=options.get("rows") or 5, **said(options))
    if "autocomplete" in options:
        field.widget.attrs["autocomplete"] = options["autocomplete"]
    typed = {options.get("id", options["name"]): options.get("value", "")}
    same("textarea", name, drawn(field, options, typed))


@pytest.mark.parametrize("name", COUNT)
def test_words_that_are_counted(name: str) -> None:
    """The count waits until three quarters are written, and what stands there till then is in our words."""
    options, _ = fixture("character-count", name)
    field = forms.Words(rows=options.get("rows") or 5, max_length=options["maxlength"], **said(options))
    typed = {options.get("id", options["name"]): options.get("value", "")}
    most = f'data-maxlength="{options["maxlength"]}"'
    ours = {
        most: f'{most} data-threshold="75"',
        f"You can enter up to {options['maxlength']} characters": f"Up to {options['maxlength']} characters.",
    }
    same("character-count", name, drawn(field, options, typed), ours)


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


@pytest.mark.parametrize("name", DAY)
def test_a_day(name: str) -> None:
    """Names carry the field's own, so that two dates fit on one page."""
    options, _ = fixture("date-input", name)
    id_ = options["id"]
    values = options.get("values", {})
    wrong = [item["name"] for item in options.get("items", []) if "--error" in item.get("classes", "")]
    wrong += [part for part in ("day", "month", "year") if options.get(part, {}).get("error")]
    typed = {f"{id_}-{part}": str(value) for part, value in values.items()}
    asked = typed if typed or "errorMessage" in options else None
    ours = drawn(forms.Day(**said(options)), {**options, "wrong": "-".join(wrong)}, asked)
    names = {f'name="{part}"': f'name="{id_}-{part}"' for part in ("day", "month", "year")}
    same("date-input", name, ours, names)


@pytest.mark.parametrize("name", SELECT)
def test_a_pick(name: str) -> None:
    options, theirs = fixture("select", name)
    choices = [(str(item.get("value", item["text"])), item["text"]) for item in options["items"]]
    field = forms.Pick(choices=choices, **said(options))
    picked = [str(item["value"]) for item in options["items"] if item.get("selected")]
    picked += [str(options["value"])] if "value" in options else []
    typed = {options.get("id", options["name"]): picked[0] if picked else ""}
    same("select", name, drawn(field, options, typed), {" disabled": ""} if "disabled" in theirs else {})


def test_the_comparison_bites() -> None:
    options, theirs = fixture("input", "with error and hint")
    assert shape(theirs) != shape(theirs.replace("govuk-input--error", ""))
    assert shape(theirs) != shape(theirs.replace("aria-describedby", "data-describedby"))
    assert shape(theirs) != shape(theirs.replace(options["label"]["text"], "Other words"))
