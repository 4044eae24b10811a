"""How can we reach you? Asked wherever somebody without an account may want to hear from us."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.messages.models import Channel
from alongside.messages.ways_back import clean
from alongside.people.errors import Refused

from .concerns import Reach

NOT_AT_ALL = "none"
ASKED = {
    Channel.EMAIL: ("email", "By e-mail", "Please write the e-mail address, or choose another way."),
    Channel.TEXT: ("mobile", "By text message", "Please write the mobile number, or choose another way."),
    Channel.CALL: ("phone", "By phone call", "Please write the phone number, or choose another way."),
    Channel.LETTER: ("post", "By letter", "Please write the address, or choose another way."),
}
"""Each channel's own field, what it is called, and what is said when the field is empty."""
WAYS = [(channel.value, said) for channel, (_, said, _) in ASKED.items()]
REVEALS = {channel.value: field for channel, (field, _, _) in ASKED.items()}


class ReachForm(forms.Form):
    """A way, the address that it needs, and nothing that it does not. Leaving it open is an answer too."""

    channel = forms.Choice(
        label="How can we reach you?",
        label_size="m",
        choices=[*WAYS, (NOT_AT_ALL, "Not at all")],
        reveals=REVEALS,
        divider={NOT_AT_ALL: "or"},
        required=False,
    )
    email = forms.Email(label="Your e-mail address", required=False)
    mobile = forms.Phone(label="Your mobile number", required=False)
    phone = forms.Phone(label="Your phone number", required=False)
    post = forms.Words(label="Your address and postcode", rows=4, required=False)
    call_me = forms.Line(
        label="What shall we call you?",
        help_text="A first name is enough. You can leave this empty.",
        max_length=80,
        width=20,
        required=False,
    )
    hint = forms.Line(
        label="When is a good time, and what should we take care of?",
        help_text="For example: after 11, not on Fridays. Or: please do not leave a message.",
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The chosen way needs its address; what was typed under another one is nobody's mistake."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = REVEALS.get(said.get("channel", ""))
        for channel, (field, _, empty) in ASKED.items():
            if field != chosen:
                self.errors.pop(field, None)
            elif field not in self.errors and not said.get(field, "").strip():
                self.add_error(field, empty)
            elif field not in self.errors:
                self._look_at(channel, field, said[field])
        return said

    def _look_at(self, channel: Channel, field: str, address: str) -> None:
        if len(address) > 500:
            self.add_error(field, "This is longer than an envelope. Please leave out what we do not need.")
        try:
            clean(channel, address)
        except Refused as no:
            self.add_error(field, str(no))

    def reach(self) -> Reach | None:
        """What a way back needs, or nothing if they do not want to be reached."""
        said = self.cleaned_data
        channel = said.get("channel") or NOT_AT_ALL
        if channel == NOT_AT_ALL:
            return None
        address = said.get(REVEALS.get(channel, ""), "").strip()
        return Reach(Channel(channel), address, said.get("call_me", ""), said.get("hint", ""))
