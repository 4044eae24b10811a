"""Our fields are the toolkit's to the letter, so that its tested behaviour is ours."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django import forms as django_forms
from django.template.loader import render_to_string

from alongside.look import forms
from alongside.look.tests.asked import drawn, said, same
from alongside.look.tests.oracle import fixture, shape

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
DAY = [
    "default", "with values", "with error message and hint", "with error on day input",
    "with error on month input", "with error on year input",
]  # fmt: skip
SELECT = ["default", "error", "with hint text and error message", "with selected value",
          "with label as page heading"]  # fmt: skip

FILE = ["default", "with hint text", "with error message and hint", "with label as page heading", "id"]


@pytest.mark.parametrize("name", FILE)
def test_a_file(name: str) -> None:
    options, _ = fixture("file-upload", name)
    same("file-upload", name, drawn(forms.Upload(**said(options)), options, {}))


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


@pytest.mark.parametrize("size", ["xl", "l", "m", "s"])
def test_a_label_and_a_legend_as_the_pages_heading(size: str) -> None:
    field = SimpleNamespace(as_heading=True, label_size=size, auto_id="", label="")
    options, theirs = fixture("label", f"as page heading {size}")
    field.label = options["text"]
    ours = render_to_string("look/forms/label.html", {"field": field}).replace(' for=""', "")
    assert shape(ours) == shape(theirs)
    options, theirs = fixture("fieldset", f"as page heading {size}")
    field.label = options["legend"]["text"]
    ours = render_to_string("look/forms/legend.html", {"field": field})
    assert shape(f'<fieldset class="govuk-fieldset">{ours}</fieldset>') == shape(theirs)


def test_a_hint_and_an_error() -> None:
    hint, error = fixture("hint", "default"), fixture("error-message", "default")
    field = SimpleNamespace(auto_id="x", help_text=hint[0]["text"], errors=[error[0]["text"]])
    ours = render_to_string("look/forms/explained.html", {"field": field})
    ours = ours.replace(' id="x-hint"', "").replace(' id="x-error"', "")
    assert shape(ours) == shape(hint[1] + error[1])


def test_the_usual_size_of_a_label_is_small_and_bold() -> None:
    class Asked(forms.Form):
        name = forms.Line(label="Name")

    assert '<label class="govuk-label govuk-label--s" for="name">Name</label>' in str(Asked())


def test_the_comparison_bites() -> None:
    options, theirs = fixture("input", "with error and hint")
    assert shape(theirs) != shape(theirs.replace("govuk-input--error", ""))
    assert shape(theirs) != shape(theirs.replace("aria-describedby", "data-describedby"))
    assert shape(theirs) != shape(theirs.replace(options["label"]["text"], "Other words"))
