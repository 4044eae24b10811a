"""All of a spreadsheet, or none of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.journal.models import record
from alongside.messages import quiet
from alongside.people.days import day_of, midnight
from alongside.people.models import ContactProfile, Member, Organisation, Person
from alongside.people.viewer import Viewer

from .drafts import BroughtIn, Saved
from .entries import entries
from .errors import ChangedMeanwhile, NotAllFit, NotTheirs, Over
from .forums import kept_by
from .plan import Line, Plan, What
from .tables import Table

HOW = "brought in from a list"


def plan_of(draft: BroughtIn, at: datetime) -> Plan:
    """What would happen to each of its rows now. Raises ``Over`` once what was read has gone."""
    table = draft.table
    if table is None:
        raise Over
    rows = entries(table, draft.mapping, day_of(at))
    return Plan(draft.forum, rows, draft.same, draft.left_out)


def leave_out(draft: BroughtIn, by: Person, at: datetime) -> int:
    """Leave out on purpose every row that cannot come in now. Returns how many. Raises ``Over``."""
    with transaction.atomic():
        now = _mine(draft, by)
        if now.is_saved:
            raise Over
        open_ones = [line.number for line in plan_of(now, at).open]
        now.left_out = sorted({*now.left_out, *open_ones})
        now.save(update_fields=["left_out"])
    return len(open_ones)


def save(draft: BroughtIn, by: Person, at: datetime) -> Saved:
    """Bring in everybody who can come in. The same list twice is saved once. Nobody is written to.

    Raises ``NotTheirs``, ``Over``, ``NotAllFit`` while a row is bad that nobody left out, or
    ``ChangedMeanwhile``.
    """
    try:
        with transaction.atomic():
            now = _mine(draft, by)
            Organisation.objects.select_for_update(of=("self",)).get(pk=now.forum_id)
            there = Saved.objects.filter(draft=now).first()
            return there or _save(now, by, at)
    except IntegrityError as quicker:
        raise ChangedMeanwhile from quicker


def _mine(draft: BroughtIn, by: Person) -> BroughtIn:
    if not kept_by(Viewer(by), draft.forum):
        raise NotTheirs
    return BroughtIn.locked(draft.pk)


def _save(draft: BroughtIn, by: Person, at: datetime) -> Saved:
    plan = plan_of(draft, at)
    if plan.open:
        raise NotAllFit
    new, changed, known = plan.of(What.NEW), plan.of(What.CHANGED), plan.of(What.KNOWN)
    _bring_in(draft.forum, new, at)
    for line in changed:
        _change(line, at)
    out = {line.number: line.says for line in (*plan.out, *plan.of(What.GONE))}
    counts = {"new": len(new), "changed": len(changed), "known": len(known), "stayed_out": len(out)}
    saved = Saved.objects.create(draft=draft, by=by, at=at, **counts)
    _keep_those_out(draft, out)
    record("members.brought_in", area_id=draft.forum.area_id, about=draft.forum, at=at, by=by, **counts)
    return saved


def _bring_in(forum: Organisation, lines: Sequence[Line], at: datetime) -> None:
    people, profiles = [], []
    for line in (one for one in lines if one.person is None):
        entry = line.entry
        person = Person(
            area_id=forum.area_id, screen_name=entry.name, email=entry.email, phone=entry.phone, joined_at=at
        )
        person.set_unusable_password()
        line.person = person
        people.append(person)
        profiles.append(_profile(person, line))
    Person.objects.bulk_create(people)
    ContactProfile.objects.bulk_create(profiles)
    Member.objects.bulk_create([_member(forum, line, at) for line in lines])


def _profile(person: Person, line: Line) -> ContactProfile:
    entry = line.entry
    have = (("email", entry.email), ("text", entry.phone), ("letter", entry.post))
    by_text = bool(entry.phone and not entry.email)  # nobody's phone wakes them before they told us when
    return ContactProfile(
        person=person,
        quiet_from=quiet.FROM if by_text else None,
        quiet_until=quiet.UNTIL if by_text else None,
        channels=[channel for channel, address in have if address],
        formats=entry.formats,
        languages=entry.languages,
        post_address=entry.post,
    )


def _member(forum: Organisation, line: Line, at: datetime) -> Member:
    """Without a yes nobody may be written to. A yes without a day counts from today."""
    entry = line.entry
    may = bool(entry.may_contact)
    return Member(
        person=line.person,
        forum=forum,
        how=HOW,
        may_contact=may,
        said_on=entry.said_on or (day_of(at) if may else None),
        postcode_area=entry.postcode,
        joined_at=_began(entry.joined, at),
    )


def _began(joined: date | None, at: datetime) -> datetime:
    return at if joined is None or joined >= timezone.localdate(at) else midnight(joined)


def _change(line: Line, at: datetime) -> None:
    entry, member, changes = line.entry, line.member, line.changes
    if member is None:
        return
    own = {"post address": "post_address", "language": "languages", "format": "formats"}
    theirs = {own[called]: said for called, said in changes.items() if called in own}
    if theirs:
        ContactProfile.objects.update_or_create(person_id=member.person_id, defaults=theirs)
    if "postcode area" in changes:
        member.postcode_area = entry.postcode
    if "whether we may write" in changes:
        member.may_contact, member.said_on = bool(entry.may_contact), entry.said_on or day_of(at)
    member.save(update_fields=["postcode_area", "may_contact", "said_on"])


def _keep_those_out(draft: BroughtIn, out: dict[int, str]) -> None:
    """Of what was read, only the rows that stayed out are left, with the reasons beside them."""
    table = draft.table
    if table is not None:
        draft.keep(Table(table.head, tuple(row for row in table.rows if row.number in out)), out)
    draft.save(update_fields=["cells"])
