"""What the pages of this room ask."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from alongside.documents.models import File
from alongside.documents.purposes import purposes
from alongside.groups.models import Decision, Seat
from alongside.look import forms
from alongside.people.cornerstones import choices
from alongside.people.models import Organisation, Person, Role
from alongside.people.trying import Trying

from . import evidence
from .evidence import MOST, PURPOSE
from .promise import Promise
from .telling import Verdict


class PromiseForm(Trying):
    """A new promise: what, by whom, by when."""

    key = forms.FormKey()
    title = forms.Line(
        label="The promise in one line",
        help_text="As you would say it to someone on the phone.",
        max_length=160,
    )
    body = forms.Words(
        label="What will be done", help_text="So that anyone can see whether it is done.", max_length=2000
    )
    organisation = forms.Choice(label="Who promises?")
    cornerstone = forms.Choice(label="Which part of the charter is it about most?", choices=choices)
    lived_owner = forms.Choice(
        label="Who sees to it for those who live with it?", help_text="They have a seat in this group."
    )
    service_owner = forms.Pick(label="Who sees to it there?", help_text="They work for whoever promises.")
    due_on = forms.Day(label="By when?", help_text="Day, month and year.")

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sitting = decision.group.seats.filter(until=None, partner__kind="lived").exclude(
            part=Seat.Part.OBSERVER
        )
        seats = sitting.select_related("person").order_by("person__screen_name")
        about = Organisation.objects.filter(pk__in=decision.abouts.values("organisation"))
        self.organisations = {str(one.pk): one for one in about or Organisation.of(decision.area)}
        self.lived = {str(seat.person_id): seat.person for seat in seats}
        roles = Role.objects.live().filter(organisation__in=self.organisations.values())
        there = roles.select_related("person", "organisation").order_by(
            "organisation__name", "person__screen_name"
        )
        self.there = {str(role.person_id): role for role in there}
        self._offer("organisation", {key: one.name for key, one in self.organisations.items()})
        self._offer("lived_owner", {key: str(person) for key, person in self.lived.items()})
        named = {key: f"{role.person}, {role.organisation}" for key, role in self.there.items()}
        self._offer("service_owner", {"": "Please choose", **named})
        self.fields["cornerstone"].initial = decision.cornerstone
        if len(self.organisations) == 1:
            self.fields["organisation"].initial = next(iter(self.organisations))

    def _offer(self, name: str, offered: dict[str, str]) -> None:
        self.fields[name].choices = list(offered.items())  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """What ``Promise.make`` is told."""
        said = self.cleaned_data
        service: Person = self.there[said["service_owner"]].person
        return {
            **said,
            "organisation": self.organisations[said["organisation"]],
            "lived_owner": self.lived[said["lived_owner"]],
            "service_owner": service,
        }


class RefuseForm(Trying):
    """*No, because…*"""

    why = forms.Words(
        label="Why not?",
        help_text="Everyone can read this, so name nobody. Those who asked for it are told. Begin with "
        "what you understood. Say what could be done in its place.",
        max_length=1500,
    )

    def __init__(self, *args: Any, promise: Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if promise.offered_by == Promise.Side.SERVICE:
            self.fields[
                "why"
            ].help_text = "This is not shown to everyone. Who offered it reads it, and the forum."


class DeliverForm(Trying):
    """It is done: what is different now."""

    different = forms.Words(
        label="What is different now?",
        help_text="Everyone who asked for it will read these words. Say it as you would tell a neighbour.",
        max_length=1500,
    )
    evidence = forms.Words(
        label="How can one see it? (you can leave this empty)",
        help_text="A place, a page, a date. For whoever checks it.",
        max_length=1500,
        required=False,
        rows=4,
    )
    kept = forms.Line(widget=forms.HiddenInput, required=False)
    shown_by = forms.Uploads(
        label="Files that show it (you can leave this empty)",
        help_text=f"You can choose {MOST}. Each is {purposes()[PURPOSE].says}. The two owners, the group, "
        "the service and whoever checks it can open them. Nobody else can. Please send nothing that shows "
        "who uses the service.",
        most=MOST,
        accept=purposes()[PURPOSE].accept,
        required=False,
    )

    def __init__(self, *args: Any, promise: Promise, by: Person, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promise, self.by, self.at = promise, by, at
        self.have: list[File] = []

    def clean(self) -> dict[str, Any]:
        """Keep the files that are good; should the form come back, it knows them by a ticket."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        ticket, sent = said.pop("kept", ""), said.pop("shown_by", [])
        if self.promise.is_owned_by(self.by):
            self.have = evidence.behind(ticket, self.promise, self.by)
            kept, wrong = evidence.keep(sent, self.promise, self.at, room_for=MOST - len(self.have))
            self.have += kept
            for sentence in wrong:
                self.add_error("shown_by", sentence)
            self.data = {**self.data.dict(), "kept": evidence.ticket(self.have, self.promise, self.by)}  # type: ignore[attr-defined]
        return {**said, "files": self.have}


class CheckForm(Trying):
    """Somebody else looked."""

    saw = forms.Words(
        label="What did you see?",
        help_text="Everyone can read this. Do not name people who use the service.",
        max_length=1500,
    )


class ReopenForm(Trying):
    """There will be another go."""

    why = forms.Words(label="Why is it opened again?", help_text="Everyone can read this.", max_length=1500)
    due_on = forms.Day(label="By when will it be done?", help_text="Day, month and year.")


class AnswerForm(Trying):
    """*No, because…*"""

    why_not = forms.Words(
        label="Why does it stay as it is?",
        help_text="They will be told this. Begin with what you understood.",
        max_length=1500,
    )


class PressForm(Trying):
    """One press. Drawn as four buttons, so it asks for nothing else."""

    answer = forms.Choice(label="Did it help?", choices=Verdict.Answer.choices)


class WordsForm(Trying):
    """Words to go with the press, if they like."""

    words = forms.Words(
        label="Would you like to say more?",
        help_text="You do not have to. Its two owners and the forum’s co-ordinator read this.",
        max_length=1500,
        required=False,
        rows=5,
    )
    may_show = forms.Tick(
        label="You may show these words here, without my name",
        help_text="Somebody reads them first.",
        required=False,
    )


class ReadForm(Trying):
    """A moderator reads words before they are shown."""

    shown = forms.Choice(
        label="May these words be shown?",
        choices=[("yes", "Yes, show them"), ("no", "No, keep them back")],
        hints={"no": "For instance, since they name somebody. The owners of the promise still read them."},
    )
    why = forms.Words(label="Why not? (only if you keep them back)", max_length=500, required=False, rows=3)
