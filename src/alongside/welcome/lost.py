"""When somebody has lost phone and paper: another keeper or co-ordinator takes the second ways away.

After a call, never by a message alone. The person is told at once, is signed out everywhere, and their tasks
stay closed for a day, so that there is time to say "that was not me".
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from alongside.journal import models as journal
from alongside.people.models import Area, Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer

from . import notices
from .errors import NothingToTake, NotTheirKeeper
from .lasting import WAIT
from .second_ways import App, Passkey, RecoveryCode, TakenAway
from .sessions import end_sessions

MAY = (Role.Name.KEEPER, Role.Name.COORDINATOR)


def with_ways(viewer: Viewer, area: Area) -> QuerySet[Person]:
    """People at home in this area who have a second way that this viewer may take away: never one's own."""
    found = Person.objects.filter(area=area, area__in=viewer.areas_as(*MAY), blanked_at=None)
    theirs = {"person": OuterRef("pk")}
    has = Exists(App.objects.filter(**theirs)) | Exists(Passkey.objects.filter(**theirs))
    own = [viewer.person.pk] if viewer.person else []
    return found.filter(has).exclude(pk__in=own).order_by("screen_name", "pk")


def take_away(person: Person, by: Person, why: str, at: datetime, key: UUID | None = None) -> TakenAway:
    """Take all second ways of this person away. The same form twice does it once.

    Raises ``NotTheirKeeper``, ``NothingToTake`` or ``PageUsed``.
    """
    if person.pk == by.pk or not Viewer(by).holds(*MAY, area=person.area_id):
        raise NotTheirKeeper
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if there := once(TakenAway.objects.filter(person=person, by=by), key):
            return there
        went = [model.objects.filter(person=person).delete()[0] for model in (App, Passkey)]
        if not any(went):
            raise NothingToTake
        RecoveryCode.objects.filter(person=person).delete()
        end_sessions(person)
        taken = TakenAway(person=person, by=by, why=why, at=at)
        taken.pk = key or taken.pk
        taken.save(force_insert=True)
        notices.taken_away(person, taken.pk, by, at + WAIT, at)
        journal.record("ways.taken_away", area_id=person.area_id, about=person, at=at, by=by, why=why)
    return taken


def taken_by(by: Person, key: str) -> TakenAway | None:
    """The row this person has just written, to be shown once more."""
    try:
        return TakenAway.objects.filter(pk=UUID(key), by=by).select_related("person").first()
    except ValueError:
        return None
