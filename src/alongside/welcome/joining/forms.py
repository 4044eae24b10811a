"""What somebody is asked who wants to join: two boxes and a tick."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.messages import transports
from alongside.messages.models import Channel
from alongside.people import addresses
from alongside.people.trying import Trying

from ..forms import LOOK_AGAIN, NO_TEXTS


class JoinForm(Trying):
    """Name, one address, and whether they want the newsletter."""

    key = forms.FormKey()
    screen_name = forms.Line(
        label="What shall we call you?",
        help_text="The name that others see. Your first name is enough.",
        error_messages={"required": "Write a name. Your first name is enough."},
        autocomplete="name",
        max_length=80,
        width=20,
    )
    address = forms.Line(
        label="Your e-mail address or phone number",
        help_text="We send a link there, so that nobody else can join in your name.",
        error_messages={"required": "Write your e-mail address or phone number."},
        autocomplete="email",
        max_length=254,
        width=30,
    )
    wants_news = forms.Tick(label="Send me the forum’s newsletter", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = transports.carry(Channel.TEXT)
        if not self.texts:
            self.fields["address"].label = "Your e-mail address"

    def clean_address(self) -> str:
        kept = addresses.normalise(self.cleaned_data["address"])
        if kept is None:
            raise forms.ValidationError(LOOK_AGAIN.format(or_phone=", or a phone number" * self.texts))
        if "@" not in kept and not self.texts:
            raise forms.ValidationError(NO_TEXTS)
        return kept
