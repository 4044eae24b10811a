"""The forms of this room."""

from __future__ import annotations

from alongside.look import forms
from alongside.people.trying import Trying

from .reaching import ReachForm


class ConcernForm(Trying, ReachForm):
    """What worries somebody, and perhaps how to reach them."""

    summary_title = "Your words are safe. Please look at one thing"

    key = forms.FormKey()
    words = forms.Words(
        label="What worries you?",
        label_size="m",
        help_text="Say it as it comes. Who is it about, what have you seen or heard, and where are they now?",
        max_length=5000,
        error_messages={"required": "Please write what worries you, or ring one of the numbers above."},
    )
    field_order = ["key", "words", "channel"]
