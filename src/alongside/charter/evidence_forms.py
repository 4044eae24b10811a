"""What the pages of evidence ask."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.look import forms
from alongside.people.trying import Trying

from .errors import NotOffered
from .offered import Kind


class PickForm(Trying):
    """One thing that is offered, as its button names it: its kind and its id."""

    summary_title = "Nothing was picked. Please look at this"

    thing = forms.Line(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """What the button stands for; nobody can mend a field that they do not see."""
        kind, _, pk = self.cleaned_data.get("thing", "").partition(":")
        try:
            return {"thing": (Kind(kind), UUID(pk))}
        except ValueError as wrong:
            raise forms.ValidationError(NotOffered.says) from wrong


class WhyForm(Trying):
    """A sentence beside one picked thing. ``before`` is the one that its writer had before them."""

    why = forms.Line(
        label="Why does it show it?",
        help_text="One sentence will do. Name nobody.",
        max_length=300,
        required=False,
    )
    before = forms.Line(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, picked: UUID, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"why-{picked}-%s", **kwargs)
        self.picked = picked


class LinkForm(Trying):
    """A page elsewhere that shows it."""

    link = forms.Line(
        label="Its address", help_text="It begins with https:// and everyone can open it.", max_length=500
    )
    called = forms.Line(label="What is it called?", help_text="A few words will do.", max_length=160)


class NoteForm(Trying):
    """The place's own words. ``after`` is the number of the note that its writer had before them."""

    words = forms.Words(
        label="In your own words",
        help_text="Name nobody who uses the service, and nobody’s child.",
        max_length=2000,
    )
    after = forms.Line(widget=forms.HiddenInput, required=False)

    def clean_after(self) -> int:
        """0 where nothing stood yet, and for whatever is no number."""
        said = self.cleaned_data["after"]
        return int(said) if said.isdecimal() and len(said) < 6 else 0
