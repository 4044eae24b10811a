"""What the pages ask. Each form tries its verb, and shows a refusal with every word still there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.forms import UUIDField
from django.shortcuts import get_object_or_404

from alongside.look import forms
from alongside.people.cornerstones import choices as cornerstones
from alongside.people.errors import Refused
from alongside.people.models import Organisation, Perspective
from alongside.people.trying import Trying

from .errors import NotThisWording
from .handover import successor
from .models import Decision, Group, Seat, Stand, Wording

WORDS = 4000
SOMEONE = "someone"


class Seen(UUIDField):
    """The wording that the page showed: what is said is said about this one and no other."""

    def __init__(self) -> None:
        says = {"required": NotThisWording.says, "invalid": NotThisWording.says}
        super().__init__(widget=forms.HiddenInput, error_messages=says)


class Asked(Trying):
    """A form about a wording: the one that the page showed."""

    seen = "wording_id"
    """The field that holds it."""

    def catch_up(self, wording: Wording) -> None:
        """Once the page has said that the wording changed and shows the new one, speak of that."""
        if self.is_bound and self.has_error("__all__", NotThisWording.__name__):
            self.data = dict(self.data.items()) | {self.add_prefix(self.seen): str(wording.pk)}


class Agreeing(Asked):
    """One press."""

    wording_id = Seen()


class Withdrawing(Asked):
    """One press, about one objection."""


class Urging(Asked):
    wording_id = Seen()
    why = forms.Words(label="Why can this one not wait?", max_length=1000, rows=3)


class Standing(Asked):
    wording_id = Seen()
    how = forms.Choice(
        label="Where do you stand?",
        choices=[
            (Stand.How.AGREE, "I agree"),
            (Stand.How.CONCERN, "I agree, with a concern"),
            (Stand.How.ASIDE, "I stand aside"),
            (Stand.How.TIME, "I need more time"),
        ],
        label_size="m",
        hints={
            Stand.How.CONCERN: "You can live with it. Your concern is kept beside the outcome.",
            Stand.How.ASIDE: "You do not take part in this one, and you do not stop it.",
        },
    )
    words = forms.Words(
        label="Is there something you want to add?",
        help_text="You can leave this empty. The group reads it. Once it is decided, a concern is shown "
        "beside the outcome, without your name.",
        max_length=1000,
        rows=4,
        required=False,
    )


class Objecting(Asked):
    key = forms.FormKey()
    wording_id = Seen()
    reason = forms.Words(label="Why can you not live with this wording?", max_length=2000, rows=5)
    acceptable_if = forms.Words(
        label="What would make it acceptable?",
        help_text="This is what helps the group most: it shows the way to a new wording.",
        max_length=2000,
        rows=5,
    )


class Wordings(Asked):
    seen = "instead_of"
    key = forms.FormKey()
    instead_of = Seen()
    body = forms.Words(label="The new wording", max_length=WORDS, rows=9, label_size="m")
    why = forms.Words(
        label="What is better now?",
        help_text="One sentence is enough. You can leave it empty.",
        max_length=500,
        rows=3,
        required=False,
    )


class Opening(Asked):
    key = forms.FormKey()
    supersedes = UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.Line(label="What is it about?", help_text="A few words, as on a letter.", max_length=160)
    about = forms.Choices(label="Which organisations does it bind?", small=True)
    cornerstone = forms.Choice(
        label="Which cornerstone does it touch most?", choices=cornerstones, small=True
    )
    wording = forms.Words(
        label="What shall we decide?",
        help_text="Write it as it should stand. Anyone with a seat can write a new wording later.",
        max_length=WORDS,
        rows=9,
    )
    review_months = forms.Choice(
        label="When shall we look at it again?",
        choices=[("3", "In 3 months"), ("6", "In 6 months"), ("12", "In a year"), ("24", "In two years")],
        initial="12",
        small=True,
    )

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        self.organisations = {str(one.pk): one for one in Organisation.of(group.area)}
        self.fields["about"].choices = [(pk, one.name) for pk, one in self.organisations.items()]  # type: ignore[attr-defined]

    def earlier(self) -> Decision | None:
        """The decision to take the place of, as this group knows it."""
        pk = str(self["supersedes"].value() or "")
        return next(
            (one for one in self.group.decisions.filter(taken__isnull=False) if str(one.pk) == pk), None
        )

    def clean_about(self) -> list[Organisation]:
        return [self.organisations[pk] for pk in self.cleaned_data["about"]]

    def clean_supersedes(self) -> Decision | None:
        pk = self.cleaned_data["supersedes"]
        return get_object_or_404(self.group.decisions, pk=pk) if pk else None

    def clean_review_months(self) -> int:
        return int(self.cleaned_data["review_months"])


class Paper(Asked):
    key = forms.FormKey()
    title = forms.Line(label="What is it called?", max_length=160)
    body = forms.Words(label="The words of it", max_length=20_000, rows=14)


class HandingOver(Asked):
    seat = forms.Choice(label="Which seat?", label_size="m")
    to = forms.Choice(label="Who takes it over?", label_size="m", reveals={SOMEONE: "address"})
    address = forms.Line(
        label="Their e-mail address or phone number",
        help_text="As they use it to sign in here.",
        required=False,
        width=30,
    )
    perspective = forms.Pick(
        label="From where do they speak?",
        help_text="Choose one if they are not in this group yet.",
        choices=[("", "As before"), *Perspective.choices],
        required=False,
    )
    works_for = forms.Pick(
        label="Do they also work for a service?",
        help_text="Someone who is both says so. Everybody in the group can see it.",
        required=False,
    )

    def __init__(self, *args: Any, group: Group, seats: Sequence[Seat], at: datetime, **kwargs: Any) -> None:
        """``seats`` are those that may be passed on, the reader's own first."""
        super().__init__(*args, initial={"seat": seats[0].pk}, **kwargs)
        self.group, self.by, self.at = group, seats[0].person, at
        self.seats = {str(seat.pk): seat for seat in seats}
        partner = seats[0].partner.seats.filter(until=None).exclude(pk=seats[0].pk)
        self.people = {str(seat.person_id): seat.person for seat in partner.select_related("person")}
        self.organisations = {str(one.pk): one for one in Organisation.of(group.area) if one.is_service}
        offered = {
            "seat": [
                (pk, f"{seat.person}, {seat.get_part_display().lower()}") for pk, seat in self.seats.items()
            ],
            "to": [*self.people.items(), (SOMEONE, "Someone who is not in this group yet")],
            "works_for": [("", "No"), *self.organisations.items()],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_seat(self) -> Seat:
        return self.seats[self.cleaned_data["seat"]]

    def clean_works_for(self) -> Organisation | None:
        return self.organisations.get(self.cleaned_data["works_for"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("to") == SOMEONE:
            if not said.get("perspective"):
                self.add_error("perspective", "Please say from where they speak.")
            if not self.errors:
                self._look_for(said.get("address", ""))
        elif "to" in said:
            said["to"] = self.people[said["to"]]
        said.pop("address", None)
        return said

    def _look_for(self, address: str) -> None:
        """Only once all else is said: a form that cannot be sent looks nobody up."""
        try:
            self.cleaned_data["to"] = successor(self.group, address, self.by, self.at)
        except Refused as refused:
            self.add_error("address", str(refused))
