"""The questions of signing in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.look import forms
from alongside.messages import transports
from alongside.messages.models import Channel
from alongside.people import addresses
from alongside.people.models import Person
from alongside.people.trying import Trying

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


class SecondStep(Trying):
    """The digits of an app, or a recovery code."""

    digits = forms.Line(
        label="The six digits your app shows now",
        help_text="Or one of your recovery codes. Spaces do not matter.",
        error_messages={"required": "Please type the six digits from your app, or a recovery code."},
        autocomplete="one-time-code",
        width=20,
        max_length=60,
    )


class FromPaper(Trying):
    """A recovery code, for whoever has no app."""

    digits = forms.Line(
        label="One of your recovery codes",
        help_text="The twelve letters and figures on your paper. Each works once.",
        error_messages={"required": "Please type one of your recovery codes."},
        width=20,
        max_length=60,
    )


class FirstDigits(Trying):
    """The digits that show that the app has the key."""

    digits = forms.Code(
        label="The six digits your app shows now",
        help_text="They change every half minute. Spaces do not matter.",
        error_messages={"required": "Please type the six digits that your app shows."},
    )


class NewPasskey(Trying):
    """What the device is called, and what its browser answered."""

    called = forms.Line(
        label="What shall we call this device?",
        help_text="So that you know it again, for example “my phone”.",
        error_messages={"required": "Please give this device a name, for example “my phone”."},
        width=20,
        max_length=60,
    )
    answer = forms.Line(required=False, widget=forms.HiddenInput)


class ShownPasskey(Trying):
    """What the browser answered."""

    answer = forms.Line(required=False, widget=forms.HiddenInput)


class Lost(Trying):
    """Whose second ways to take away, and why we are sure that it is them."""

    key = forms.FormKey()
    person = forms.Pick(
        label="Who has lost them?",
        error_messages={"required": "Please choose who it is."},
    )
    why = forms.Words(
        label="How do you know that it is them?",
        help_text="For example: I rang the number we have, and know the voice.",
        error_messages={"required": "Please write how you made sure that it is them."},
        max_length=500,
        rows=3,
    )
    rung = forms.Tick(
        label="I have rung and spoken with them",
        error_messages={"required": "Please ring first. A message is not enough: anybody could write it."},
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [("", "Choose one"), *((key, person.screen_name) for key, person in self.people.items())]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]
