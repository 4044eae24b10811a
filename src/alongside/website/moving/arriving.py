"""Arriving: a house that left comes in here, all of it or nothing, into a place where nobody lives yet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import IntegrityError, connection, transaction

from alongside import __version__
from alongside.voice.taken_back import take_back_again

from .. import engines
from ..backups import known_erased
from ..engines import CannotCopy
from ..whole import faults
from ..yours import erased
from . import chest, keys, rows, things
from .chest import Inventory
from .leaving import heads, written
from .refused import first_line, in_a_sentence, keep, must_be_none
from .rows import Weight


class Arrived(NamedTuple):
    """What is here now, who was erased again, what was taken back again, and which ways to sign in ended."""

    inventory: Inventory
    erased: int
    taken_back: int
    ended: list[str]


def arrive(
    source: Path, at: datetime, *, key: str = "", erased_list: Path | None = None, anyway: bool = False
) -> Arrived:
    """Take in what ``alongside leave`` wrote, and erase again whoever was erased since.

    Every row is read again and weighed, the journals must end where they ended, every file must be the same:
    before that, nothing counts. Raises CannotCopy if the file is damaged or does not fit the key, is from
    another version, if somebody lives here, if this database does not take a row, or if ways to sign in
    would end and ``anyway`` was not said. Then nothing was kept.
    """
    gone = known_erased(erased_list)
    with in_a_sentence():
        settings.VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
        with chest.bench(settings.VAR, "arriving") as folder:
            inventory = chest.unpack(source, folder, key)
            ended = _fits(inventory, anyway)
            call_command("migrate", verbosity=0, interactive=False)
            again, taken = _moved_in(inventory, folder, gone, at)
    return Arrived(inventory, again, taken, ended)


def _fits(inventory: Inventory, anyway: bool) -> list[str]:
    """Which ways to sign in end; everything else that does not fit is a CannotCopy."""
    if not engines.empty():
        raise CannotCopy("somebody lives here already; a house arrives only in an empty one")
    if different := sorted(set(inventory.migrations) ^ set(written())):
        raise CannotCopy(
            f"this house left Alongside {inventory.version}, and here is {__version__}: their tables differ "
            f"({different[0]}). Install {inventory.version} here, let it arrive, then bring it up to date; "
            f"or bring the old house up to {__version__} first, and let it leave again"
        )
    ended = list(keys.would_end(inventory.prints, inventory.name, inventory.counts))
    if ended and not anyway:
        raise CannotCopy(". ".join([*ended, "Or say --anyway, and whoever has them sets them up anew"]))
    return ended


def _moved_in(inventory: Inventory, folder: Path, gone: list[erased.Erased], at: datetime) -> tuple[int, int]:
    unloading = things.Unloading(folder, inventory.digests)
    unloading.must_have_room()
    try:
        with transaction.atomic():
            _take_in(folder)
            _the_same(inventory)
            unloading.put_down()
            _as_whole(inventory)
            erased.remember(gone)
            again, taken = erased.erase_again(at), take_back_again(at)
    except BaseException:
        unloading.take_away()
        raise
    things.add_taken_back(folder)
    erased.write_list()
    return again, taken


def _take_in(folder: Path) -> None:
    """Every row. What rows point at is looked for once all are here, so their order does not matter."""
    models = rows.carried()
    refused = []
    for model in models:
        for some in rows.read(model, folder / chest.table(model._meta.label)):
            refused += keep(some)
    must_be_none(refused)
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise CannotCopy(f"a row points at one that is not there; {first_line(error)}") from error
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _the_same(inventory: Inventory) -> None:
    for label, count in inventory.counts.items():
        here = rows.weigh(apps.get_model(label))
        if here != Weight(count, inventory.sums[label]):
            raise CannotCopy(f"{label} is not the same as in the old house; nothing was kept")
    if heads() != inventory.heads:
        raise CannotCopy("the journal does not end where it ended in the old house; nothing was kept")


def _as_whole(inventory: Inventory) -> None:
    found = list(faults())
    if len(found) != inventory.faults:
        raise CannotCopy(f"this is not as whole as in the old house: {(found or ['a fault is gone'])[0]}")
