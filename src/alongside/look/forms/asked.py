"""What every field of ours has beside Django's: how large its label is, and whether it is the heading."""

from __future__ import annotations

from typing import Any

from django import forms

REQUIRED = "Please answer this one."
CHOOSE_ONE = "Please choose one."
CHOOSE_SOME = "Please choose at least one."
FROM_THE_LIST = "Please choose from the list."
WRITE_THE_DATE = "Please write the date."
GENERAL = {REQUIRED, CHOOSE_ONE, CHOOSE_SOME, FROM_THE_LIST, WRITE_THE_DATE}
"""What could be said of any field: the summary puts the field's label before it."""
NUL_TAKEN_OUT = "We took out a hidden mark that we cannot keep. Please look it over and send it again."


class Asked(forms.Field):
    """First among the bases of a field of ours."""

    said: dict[str, str] = {}
    """Our own wording of the errors a field can have."""

    def __init__(
        self,
        *args: Any,
        label_as_heading: bool = False,
        label_size: str | None = None,
        error_messages: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.label_as_heading = label_as_heading
        self.label_size = ("xl" if label_as_heading else "s") if label_size is None else label_size
        kwargs["error_messages"] = {"required": REQUIRED, **self.said, **(error_messages or {})}
        super().__init__(*args, **kwargs)
