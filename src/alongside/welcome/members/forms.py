"""What the pages of members ask."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.people.trying import Trying

from .columns import Column, refused
from .drafts import BroughtIn
from .reading import PURPOSE

ALONE = "Leave it alone"


class SendForm(Trying):
    """A spreadsheet."""

    key = forms.FormKey()
    file = forms.Upload(
        label="Your spreadsheet",
        help_text=f"Send {PURPOSE.says}. Up to 5,000 people. We keep the file nowhere.",
        accept=f"{PURPOSE.accept},.tsv,.txt",
    )


class ColumnsForm(Trying):
    """What each column is."""

    def __init__(self, *args: Any, draft: BroughtIn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        table = draft.table
        self.head = table.head if table else ()
        self.shut = [(heading, why) for heading in self.head if (why := refused(heading))]
        choices = [("", ALONE), *Column.choices]
        for place, heading in enumerate(self.head):
            shown = next((row.at(place) for row in table.rows if row.at(place)), "") if table else ""
            if shown and not refused(heading):
                self.fields[f"column-{place}"] = forms.Pick(
                    label=heading or f"Column {place + 1}, which has no heading",
                    help_text=f"For example: {shown[:60]}",
                    choices=choices,
                    initial=draft.mapping[place] if place < len(draft.mapping) else "",
                    required=False,
                )

    @property
    def mapping(self) -> list[str]:
        """As the verb takes it: something for each column."""
        return [self.cleaned_data.get(f"column-{place}", "") for place in range(len(self.head))]


class SameForm(Trying):
    """Whether a row is the member of the same name."""

    row = forms.Line(widget=forms.HiddenInput, required=False)
    answer = forms.Line(widget=forms.HiddenInput, required=False)

    def clean_row(self) -> int:
        """0 for whatever is no row; nobody can mend a field that they do not see."""
        said = self.cleaned_data["row"]
        return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0
