"""What would happen to each row, before anything does. Two spreadsheets alike bring nobody in twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q, TextChoices

from alongside.people.models import ContactProfile, Member, Organisation, Person

from .entries import Entry


class What(TextChoices):
    NEW = "new", "Comes in"
    CHANGED = "changed", "Known already, and something changes"
    KNOWN = "known", "Known already"
    GONE = "gone", "Has left, and is not brought back"
    ALIKE = "alike", "Perhaps known already"
    CANNOT = "cannot", "Cannot come in"


OPEN = (What.CANNOT, What.ALIKE)
"""While there is one of these that nobody left out, nothing is saved."""


@dataclass
class Line:
    """One row, and what would happen. ``changes`` names what; ``person`` is whom we have found."""

    entry: Entry
    what: What
    why: str = ""
    person: Person | None = None
    member: Member | None = None
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return self.entry.number

    @property
    def says(self) -> str:
        """One sentence for the row."""
        if self.what == What.CHANGED:
            return f"{What.CHANGED.label}: {', '.join(self.changes)}."
        return self.why or f"{What(self.what).label}."


class Plan:
    """Every row of a spreadsheet beside what we have. Three questions, however many rows."""

    def __init__(
        self, forum: Organisation, rows: Sequence[Entry], same: dict[str, bool], left_out: Iterable[int] = ()
    ) -> None:
        self.forum, self.rows, self.same = forum, rows, same
        self.left_out = frozenset(left_out)

    @cached_property
    def lines(self) -> list[Line]:
        """One for each row, in their order."""
        seen: dict[Any, int] = {}
        return [self._line(entry, seen) for entry in self.rows]

    def of(self, *whats: What) -> list[Line]:
        """The lines to which this happens, without those left out."""
        return [line for line in self.lines if line.what in whats and line.number not in self.left_out]

    @property
    def open(self) -> list[Line]:
        """What stands in the way of saving."""
        return self.of(*OPEN)

    @property
    def out(self) -> list[Line]:
        """What was left out on purpose."""
        return [line for line in self.lines if line.number in self.left_out]

    def _line(self, entry: Entry, seen: dict[Any, int]) -> Line:
        if entry.why:
            return Line(entry, What.CANNOT, " ".join(entry.why))
        if why := _twice(entry, seen):
            return Line(entry, *why)
        person, why_not = self._whose(entry)
        if why_not:
            return Line(entry, What.CANNOT, why_not)
        if person is None:
            return self._by_name(entry)
        return self._known(entry, person, self._members.get(person.pk, []))

    def _known(self, entry: Entry, person: Person, memberships: Sequence[Member]) -> Line:
        live = next((one for one in memberships if one.left_at is None), None)
        if live is not None:
            changes = _changes(entry, live, at_home=person.area_id == self.forum.area_id)
            what = What.CHANGED if changes else What.KNOWN
            return Line(entry, what, person=person, member=live, changes=changes)
        if memberships:
            return Line(entry, What.GONE, "They have left. Ask them first; then they can join again.")
        return Line(entry, What.NEW, person=person)

    def _whose(self, entry: Entry) -> tuple[Person | None, str]:
        by_email = self._people.get(entry.email or "")
        by_phone = self._people.get(entry.phone or "")
        if by_email and by_phone and by_email.pk != by_phone.pk:
            return None, "This e-mail address and this phone number are of two people. Take one of them out."
        if by_email is None and by_phone is not None and entry.email and self._is_another(entry, by_phone):
            return None, "Somebody else has this phone number here. One number is of one person: take it out."
        return by_email or by_phone, ""

    def _is_another(self, entry: Entry, person: Person) -> bool:
        return person.pk in self._members and person.screen_name.casefold() != entry.name.casefold()

    def _by_name(self, entry: Entry) -> Line:
        alike = self._names.get(entry.called, []) if entry.postcode else []
        answer = self.same.get(str(entry.number))
        if not alike or answer is False:
            return Line(entry, What.NEW)
        if answer and len(alike) == 1:
            return self._known(entry, alike[0].person, alike)
        return Line(
            entry,
            What.ALIKE,
            f"A member is called {entry.name} and lives in {entry.postcode} too. Is it the same person?",
        )

    @cached_property
    def _people(self) -> dict[str, Person]:
        """By address: whoever has one that stands in the spreadsheet."""
        emails = {entry.email for entry in self.rows if entry.email}
        phones = {entry.phone for entry in self.rows if entry.phone}
        found = Person.objects.filter(Q(email__in=emails) | Q(phone__in=phones), blanked_at=None)
        there: dict[str, Person] = {}
        for person in found:
            there |= {address: person for address in (person.email, person.phone) if address}
        return there

    @cached_property
    def _members(self) -> dict[Any, list[Member]]:
        """All who belong to the forum or did, by person."""
        found: dict[Any, list[Member]] = defaultdict(list)
        everyone = Member.objects.filter(forum=self.forum).select_related("person__contact")
        for member in everyone:
            found[member.person_id].append(member)
        return found

    @cached_property
    def _names(self) -> dict[tuple[str, str], list[Member]]:
        """Those who belong to it now, by name and postcode area."""
        found: dict[tuple[str, str], list[Member]] = defaultdict(list)
        for member in (one for both in self._members.values() for one in both if one.left_at is None):
            found[member.person.screen_name.casefold(), member.postcode_area].append(member)
        return found


def _twice(entry: Entry, seen: dict[Any, int]) -> tuple[What, str] | None:
    """What is said of a row that repeats one above it; nothing of one that does not."""
    whole = tuple(map(str, entry.said))
    if (entry.email or entry.phone) and whole in seen:
        return What.KNOWN, f"The same as row {seen[whole]}. It is taken once."
    for address, called in ((entry.email, "e-mail address"), (entry.phone, "phone number")):
        if address and address in seen:
            return What.CANNOT, (
                f"Row {seen[address]} has this {called} too. It is of one person only: take it out of one."
            )
    seen[whole] = entry.number
    seen |= {address: entry.number for address in (entry.email, entry.phone) if address}
    return None


def _changes(entry: Entry, member: Member, at_home: bool) -> dict[str, Any]:
    """What would change for a member, by what it is called. Never a name, nor where they sign in.

    Whoever is at home in another place changes what is theirs with the people there.
    """
    profile = getattr(member.person, "contact", None) or ContactProfile()
    new: dict[str, Any] = {}
    own = (
        ("post address", entry.post, profile.post_address),
        ("language", entry.languages, profile.languages),
        ("format", entry.formats, profile.formats),
    )
    new |= {called: said for called, said, had in own if at_home and said and said != had}
    if entry.postcode and entry.postcode != member.postcode_area:
        new["postcode area"] = entry.postcode
    if _says_other(entry, member):
        new["whether we may write"] = entry.may_contact
    return new


def _says_other(entry: Entry, member: Member) -> bool:
    """A no counts unless they said yes after it; a yes only with a day after the last they said."""
    if entry.may_contact is None or entry.may_contact == member.may_contact:
        return False
    last = member.said_on
    if entry.may_contact:
        return entry.said_on is not None and (last is None or entry.said_on > last)
    return entry.said_on is None or last is None or entry.said_on >= last
