"""What the page asks on which one side offers a promise."""

from __future__ import annotations

from typing import Any

from alongside.groups.models import Seat
from alongside.look import forms
from alongside.people.models import Person, Role
from alongside.people.trying import Trying
from alongside.promises.models import Promise
from alongside.promises.offering import lived_seats, side_of

from .reviews import Review

Offered = dict[str, Person]


class OfferForm(Trying):
    """A promise out of a review: what will be different, by whom, by when."""

    key = forms.FormKey()
    title = forms.Line(
        label="What will be different, in one line?",
        help_text="As you would say it to someone on the phone.",
        max_length=160,
    )
    body = forms.Words(
        label="What will be done", help_text="So that anyone can see whether it is done.", max_length=2000
    )
    lived_owner = forms.Pick(
        label="Who sees to it for those who live with it?",
        help_text="They are asked. It counts once they have said yes.",
    )
    service_owner = forms.Pick(label="Who sees to it there?", help_text="They work there.")
    due_on = forms.Day(label="By when?", help_text="Day, month and year.")

    def __init__(self, review: Review, by: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.there = by, _who_work_there(review)
        self.lived = _who_live_with_it(review, by)
        self._offer("service_owner", self.there)
        self._offer("lived_owner", self.lived)
        if side_of(by, review.organisation, review.area) == Promise.Side.LIVED:
            del self.fields["lived_owner"]
        else:
            self.fields["service_owner"].initial = str(by.pk)

    @property
    def has_nobody_to_ask(self) -> bool:
        """Whether this person sits with nobody who could say yes for those who live with it."""
        return "lived_owner" in self.fields and not self.lived

    def _offer(self, name: str, people: Offered) -> None:
        field: Any = self.fields[name]
        field.choices = [("", "Please choose"), *((key, str(person)) for key, person in people.items())]

    def said(self) -> dict[str, Any]:
        """What ``promise_about`` is told. Who sits for lived experience sees to it themself."""
        said = self.cleaned_data
        lived = self.lived[said["lived_owner"]] if "lived_owner" in self.fields else self.by
        return {**said, "lived_owner": lived, "service_owner": self.there[said["service_owner"]]}


def _who_work_there(review: Review) -> Offered:
    held = Role.objects.live().filter(organisation=review.organisation).select_related("person")
    return {str(role.person_id): role.person for role in held.order_by("person__screen_name")}


def _who_live_with_it(review: Review, by: Person) -> Offered:
    """Those who sit for it in a group with ``by``, who so knows them already; not who works there as well."""
    mine = Seat.objects.filter(person=by, until=None).values("group")
    seats = lived_seats(review.area).filter(group__in=mine).exclude(works_for=review.organisation)
    with_names = seats.select_related("person").order_by("person__screen_name")
    people = {str(seat.person_id): seat.person for seat in with_names}
    there = _who_work_there(review)
    return {key: person for key, person in people.items() if key not in there}
