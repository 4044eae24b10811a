"""Leaving: everything into one file, in a form that belongs to no database."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from alongside import __version__
from alongside.journal.models import Chain

from .. import engines, filed, sealing
from ..engines import MADE_BY_DJANGO, CannotCopy
from ..whole import faults
from . import chest, keys, rows, things
from .chest import Inventory
from .refused import in_a_sentence


def leave(target: Path, at: datetime, key: str = "") -> Inventory:
    """Write the whole house into ``target``, which only its owner may read and which must not exist yet.

    It is sealed if there is a ``key``. Nothing is changed here. Raises CannotCopy with a sentence for the
    person at the keyboard.
    """
    if target.exists():
        raise CannotCopy(f"{target} is there already; nothing is overwritten")
    with in_a_sentence():
        target.parent.mkdir(parents=True, exist_ok=True)
        # Beside the target: on the same disk, so that the last step is a rename and never half a file.
        with chest.bench(target.parent, "leaving") as folder:
            archive = folder / "archive"
            inventory = _packed(archive, folder, at)
            if key:
                sealing.seal(archive, archive.with_name("sealed"), key)
                archive = archive.with_name("sealed")
            archive.chmod(0o600)
            os.replace(archive, target)
    return inventory


def migrations() -> list[str]:
    """Those that have been run here, ``room.name`` each. Raises CannotCopy if some are still to come."""
    run = {f"{room}.{name}" for room, name in MigrationRecorder(connection).applied_migrations()}
    if missing := [one for one in written() if one not in run]:
        raise CannotCopy(f"the database is behind the programme ({missing[0]}): run alongside migrate first")
    return written()


def written() -> list[str]:
    """Those that this version brings along."""
    rooms = {room.label for room in apps.get_app_configs() if room.name.startswith("alongside.")}
    there = MigrationLoader(None).disk_migrations
    return sorted(f"{room}.{name}" for room, name in there if room in rooms)


def heads() -> dict[str, str]:
    """Where the journal of each area ends."""
    return {str(one.area_id): f"{one.number}:{one.head}" for one in Chain.objects.order_by("area_id")}


def _packed(archive: Path, folder: Path, at: datetime) -> Inventory:
    (folder / "tables").mkdir()
    with transaction.atomic():
        engine = engines.engine()
        engine.stand_still()
        stood_at = migrations()
        _nothing_stays_behind()
        weights = {
            one._meta.label: rows.write(one, folder / chest.table(one._meta.label)) for one in rows.carried()
        }
        places = {chest.table(label): folder / chest.table(label) for label in weights}
        places |= things.there()
        inventory = Inventory(
            form=chest.FORM,
            version=__version__,
            at=at.isoformat(),
            engine=engine.name,
            migrations=stood_at,
            counts={label: weight.rows for label, weight in weights.items()},
            sums={label: weight.sum for label, weight in weights.items()},
            heads=heads(),
            faults=sum(1 for _ in faults()),
            prints=keys.prints(),
            name=keys.name(),
            digests={name: filed.digest(place) for name, place in places.items()},
        )
    chest.pack(archive, inventory, places)
    return inventory


def _nothing_stays_behind() -> None:
    """A table that nobody here knows may hold something: then it is better not to leave than to lose it."""
    known = {model._meta.db_table for model in rows.carried()} | set(MADE_BY_DJANGO)
    strange = [table for table, count in engines.facts().counts.items() if count and table not in known]
    if strange:
        raise CannotCopy(
            f"Alongside does not know these tables, and they are not empty: {', '.join(strange)}"
        )
