"""What a newsletter asks of whoever writes it."""

from __future__ import annotations

from alongside.look import forms
from alongside.people.trying import Trying


class LetterForm(Trying):
    """Subject and words."""

    key = forms.FormKey()
    subject = forms.Line(
        label="What is it about?",
        help_text="It stands on top of the message. A few words will do.",
        error_messages={"required": "Write in a few words what it is about."},
        max_length=120,
    )
    words = forms.Words(
        label="What would you like to say?",
        help_text="Short sentences. Name nobody who has not said that you may.",
        error_messages={"required": "Write what you would like to say."},
        max_length=8000,
        rows=14,
    )


class PostForm(Trying):
    """One press; it carries what was looked over."""

    seen = forms.Line(widget=forms.HiddenInput, required=False)
