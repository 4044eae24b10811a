"""Makes one of our fields from the options of one of the toolkit's fixtures, and draws it."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms

from alongside.look import forms
from alongside.look.tests.oracle import fixture, shape


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
