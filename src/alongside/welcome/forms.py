"""The two questions of signing in."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.messages import transports
from alongside.messages.models import Channel
from alongside.people import addresses

LOOK_AGAIN = "Please check this. We need an e-mail address like name@example.org{or_phone}."
NO_TEXTS = "We cannot send texts from here yet. Please use your e-mail address."


class Asking(forms.Form):
    """Where to send the code."""

    address = forms.Line(
        label="Your e-mail address or phone number",
        help_text="The one you gave us when you joined. We send you a code; there is no password.",
        error_messages={"required": "Please type your e-mail address or phone number."},
        autocomplete="username",
        max_length=254,
        width=30,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = transports.carry(Channel.TEXT)
        if not self.texts:
            self.fields["address"].label = "Your e-mail address"

    def clean_address(self) -> str:
        kept = addresses.normalise(self.cleaned_data["address"])
        if kept is None:
            or_phone = ", or a phone number" if self.texts else ""
            raise forms.ValidationError(LOOK_AGAIN.format(or_phone=or_phone))
        if "@" not in kept and not self.texts:
            raise forms.ValidationError(NO_TEXTS)
        return kept


class Typing(forms.Form):
    """The code from the message."""

    code = forms.Code(
        label="The code from the message",
        help_text="Only digits. Spaces do not matter.",
        error_messages={"required": "Please type the code from the message."},
    )
