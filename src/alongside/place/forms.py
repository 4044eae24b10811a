"""What the pages of our place ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.look import forms
from alongside.people import phones
from alongside.people.models import Area, Organisation, Role
from alongside.people.tasks import TASKS
from alongside.people.trying import Trying

NO_NUMBER = "Please check this number. You can leave it empty."
NOBODY, ME, ANOTHER = "nobody", "me", "another"


class KeyForm(Trying):
    """The key that only whoever started the program can read."""

    key = forms.Line(
        label="The key",
        help_text="It stands where Alongside was started, after “Begin here”. Dashes do not matter.",
        error_messages={"required": "Please type the key."},
        width=20,
        max_length=60,
    )


class WhereForm(Trying):
    """Which area, and whose forum."""

    area = forms.Line(label="What is your area called?", help_text="For example: Netherby.", max_length=80)
    forum = forms.Line(
        label="What is your forum called?",
        help_text="For example: Netherby Parent Carer Forum.",
        max_length=120,
    )


class YouForm(Trying):
    """Who co-ordinates it."""

    name = forms.Line(
        label="What shall people call you?",
        help_text="A first name is enough. People see it.",
        max_length=80,
        width=20,
    )
    email = forms.Email(label="Your e-mail address", help_text="You sign in with it. Nobody else sees it.")
    phone = forms.Phone(
        label="A number that people can ring",
        help_text="It stands on every page. You can leave it empty.",
        required=False,
    )
    hours = forms.Line(
        label="When does somebody answer?",
        help_text="For example: Tuesday to Friday, 9.30 to 2.30.",
        max_length=120,
        required=False,
    )

    def clean_phone(self) -> str:
        return _number(self.cleaned_data["phone"])


class SafeForm(Trying):
    """Who looks after worries that somebody is not safe."""

    lead = forms.Choice(
        label="Who looks after it when somebody is not safe?",
        label_as_heading=True,
        help_text="Whoever is worried always sees first whom to ring. You can change this later.",
        choices=[
            (NOBODY, "Nobody yet: show only whom to ring"),
            (ME, "I do"),
            (ANOTHER, "Somebody else"),
        ],
        hints={ME: "You have learned how, and you look every day."},
        reveals={ANOTHER: "lead_email"},
    )
    lead_email = forms.Email(label="Their e-mail address", required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody else needs an address; what was typed for nobody counts for nothing."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("lead") != ANOTHER:
            self.errors.pop("lead_email", None)
            return said | {"lead_email": ""}
        if not said.get("lead_email") and "lead_email" not in self.errors:
            self.add_error("lead_email", "Please write their e-mail address, or choose another answer.")
        return said


class KeepForm(Trying):
    """Who answers for what is kept, and in which languages people live here."""

    privacy_contact = forms.Line(
        label="Whom can people ask what you keep about them?",
        help_text="An e-mail address or a phone number. If you leave it empty, it is yours.",
        max_length=200,
        required=False,
    )
    languages = forms.Line(
        label="Which languages do people speak here?",
        help_text="With commas between them, for example: English, Urdu, Polish.",
        max_length=200,
        required=False,
    )


class BeginForm(Trying):
    """The last page: everything was said."""

    summary_title = "Nothing was made. Please look at this"


class DescribeForm(Trying):
    """How people reach us, and who answers for what we keep."""

    person_to_ring = forms.Line(label="Who looks after this site?", max_length=80, width=20, required=False)
    phone = forms.Phone(label="The number on every page", required=False)
    hours = forms.Line(label="When does somebody answer?", max_length=120, required=False)
    controller = forms.Line(
        label="Who answers in law for what is kept?",
        help_text="The data controller: most often your forum, or the charity behind it.",
        max_length=200,
        required=False,
    )
    privacy_contact = forms.Line(
        label="Whom can people ask what you keep about them?", max_length=200, required=False
    )
    languages = forms.Line(
        label="Which languages do people speak here?",
        help_text="With commas between them.",
        max_length=200,
        required=False,
    )

    def clean_phone(self) -> str:
        return _number(self.cleaned_data["phone"])

    def clean_languages(self) -> list[str]:
        return languages_of(self.cleaned_data["languages"])

    @classmethod
    def of(cls, area: Area, sent: Any) -> DescribeForm:
        """With what the area says of itself now."""
        now = {name: getattr(area, name) for name in cls.base_fields}
        return cls(sent, initial=now | {"languages": ", ".join(area.languages)})


class OrganisationForm(Trying):
    """Somebody whom we can ask."""

    key = forms.FormKey()
    name = forms.Line(label="What is it called?", max_length=120)
    kind = forms.Pick(
        label="What is it?", choices=[("", "Choose"), *(one for one in Organisation.Kind.choices)]
    )
    email = forms.Email(
        label="Where can we write to it?",
        help_text="Its answers come by a code to this address. Without one you write a letter.",
        required=False,
    )


class AddressForm(Trying):
    """Where its codes go."""

    email = forms.Email(label="Its e-mail address", required=False)


class TaskForm(Trying):
    """Who is asked to do what."""

    called = forms.Line(label="What shall we call them?", max_length=80, width=20)
    address = forms.Line(
        label="Their e-mail address or mobile number",
        help_text="They sign in with it. We write to them at once.",
        max_length=254,
        width=30,
    )
    task = forms.Choice(
        label="What do you ask of them?",
        choices=[(name.value, name.label) for name in TASKS],
        hints={name.value: task.may for name, task in TASKS.items()},
    )
    organisation = forms.Pick(
        label="For which organisation?",
        help_text="Only for somebody who works in one.",
        required=False,
    )

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        field: Any = self.fields["organisation"]
        field.choices = [("", "None"), *((pk, one.name) for pk, one in self.organisations.items())]

    def clean_task(self) -> Role.Name:
        return Role.Name(self.cleaned_data["task"])

    def clean_organisation(self) -> Organisation | None:
        return self.organisations.get(self.cleaned_data["organisation"])


def languages_of(typed: str) -> list[str]:
    """Each once, in the order they were typed."""
    return list(dict.fromkeys(one.strip() for one in typed.split(",") if one.strip()))


def _number(typed: str) -> str:
    """As it is spoken, or nothing."""
    if not typed.strip():
        return ""
    kept = phones.normalise(typed)
    if kept is None:
        raise forms.ValidationError(NO_NUMBER)
    return phones.spoken(kept)
