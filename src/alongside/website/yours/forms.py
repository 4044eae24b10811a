"""The forms of this part."""

from __future__ import annotations

from alongside.look import forms
from alongside.people.trying import Trying

from .wishes import Wish

LONG = 4000


class WishForm(Trying):
    """Something is wrong, or shall not be used for something."""

    summary_title = "Your words are safe. Please look at one thing"
    key = forms.FormKey()
    kind = forms.Choice(
        label="What is it about?",
        choices=[
            (Wish.Kind.WRONG, "Something you keep about me is wrong"),
            (Wish.Kind.STOP, "Please do not use it for something"),
        ],
        hints={
            Wish.Kind.WRONG: "Say what is wrong, and how it is right.",
            Wish.Kind.STOP: "Say what we shall not use it for. You need not say why.",
        },
    )
    words = forms.Words(label="In your own words", max_length=LONG, rows=6)


class EraseForm(Trying):
    """One press."""

    key = forms.FormKey()


class AnswerForm(Trying):
    """What was done, or why not."""

    key = forms.FormKey()
    words = forms.Words(
        label="Your answer", help_text="They read it.", max_length=LONG, rows=6, required=False
    )  # fmt: skip
