from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from alongside.look.forms.asked import GENERAL
from alongside.look.forms.day import PARTS, DayBoxes

_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DayBoxes, "day"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file-upload"),
    (forms.Widget, "input"),
)
"""The first that fits says how a field is drawn."""


class Option(NamedTuple):
    """One radio or checkbox, as ``look/forms/options.html`` draws it."""

    id: str
    value: str
    label: str
    chosen: bool
    hint: str
    divider: str
    reveals: BoundField | None


class Box(NamedTuple):
    """One of the three boxes of a date."""

    part: str
    label: str
    value: str
    wrong: bool


class Bound(BoundField):
    """A field on its form, with what our templates ask of it."""

    @property
    def kind(self) -> str:
        """Which template draws it."""
        return next(kind for widget, kind in _KINDS if isinstance(self.field.widget, widget))

    @property
    def as_heading(self) -> bool:
        return getattr(self.field, "label_as_heading", False)

    @property
    def label_size(self) -> str:
        return getattr(self.field, "label_size", "")

    @property
    def most(self) -> int | None:
        """How many characters a textarea takes, for the character count."""
        return getattr(self.field, "max_length", None) if self.kind == "textarea" else None

    @property
    def first_id(self) -> str:
        """Where a link in the error summary leads: to the first box that needs a look."""
        wrong = [box.part for box in self.boxes() if box.wrong] if self.kind == "day" else []
        return f"{self.auto_id}-{wrong[0]}" if wrong else self.auto_id

    @property
    def aria_describedby(self) -> str:
        """The ids of all that explains the field, in the order in which it is read out."""
        said = {"info": self.most, "hint": self.help_text, "error": self.errors}
        ids = [f"{self.auto_id}-{name}" for name, there in said.items() if there and not self.is_hidden]
        return " ".join([*self.field.widget.attrs.get("aria-describedby", "").split(), *ids])

    def build_widget_attrs(self, attrs: Any, widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes and our classes; the error is told in words, so no ``aria-invalid``."""
        built = super().build_widget_attrs(attrs, widget)
        built.pop("aria-invalid", None)
        if self.is_hidden:
            return built
        name, width = f"govuk-{self.kind}", getattr(self.field, "width", 0)
        classes = {
            name: True,
            f"{name}--width-{width}": width,
            f"{name}--error": self.errors,
            "govuk-js-character-count": self.most,
            self.field.widget.attrs.get("class", ""): True,
        }
        built["class"] = " ".join(one for one, there in classes.items() if there and one)
        return built

    def problems(self) -> list[str]:
        """Its errors as they stand in the summary: one that does not name the field gets its label."""
        general = {error for error in self.field.error_messages.values() if error in GENERAL}
        label = str(self.label) if str(self.label).endswith(("?", ".")) else f"{self.label}:"
        return [f"{label} {error}" if error in general else str(error) for error in self.errors]

    @property
    def most_said(self) -> str:
        """How much a textarea takes, in characters and in pages."""
        most = self.most or 0
        pages = round(most / 2000)
        about = f", about {'one page' if pages == 1 else f'{pages} pages'}" if pages else ""
        return f"Up to {most:,} characters{about}."

    @property
    def input_type(self) -> str:
        """Of the options of a choice."""
        return "checkbox" if self.kind == "checkboxes" else "radio"

    def _option_id(self, place: int) -> str:
        return self.auto_id if place == 1 else f"{self.auto_id}-{place}"

    def options(self) -> Iterator[Option]:
        """The radios or checkboxes of a choice; a divider takes a place, as in the toolkit."""
        hints, dividers = getattr(self.field, "hints", {}), getattr(self.field, "divider", {})
        reveals, place = getattr(self.field, "reveals", {}), 0
        for one in self.subwidgets:
            value = str(one.data["value"])
            place += 2 if value in dividers else 1
            yield Option(
                id=self._option_id(place),
                value=value,
                label=one.data["label"],
                chosen=bool(one.data["selected"]),
                hint=hints.get(value, ""),
                divider=dividers.get(value, ""),
                reveals=self.form[reveals[value]] if value in reveals else None,
            )

    def boxes(self) -> Iterator[Box]:
        """The boxes of a date. An error that names no box is about all three."""
        codes = {error.code or "" for error in self.errors.as_data()}
        named = {part for code in codes for part in code.split("-")} & set(PARTS)
        for part, value in zip(PARTS, self.value(), strict=True):
            wrong = bool(self.errors) and (part in named or not named)
            yield Box(part, part.capitalize(), value, wrong)
