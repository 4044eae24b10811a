"""The file in which a house moves: a list first, then exactly what it names, in its order, read once."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from .. import filed, packing
from ..engines import CannotCopy
from . import things

LIST = "moving.json"
FORM = 1
"""Raised when the shape of the file changes, so that an old programme refuses rather than guesses."""


@dataclass(frozen=True)
class Inventory:
    """What is in the file, as it was at the moment of leaving."""

    form: int
    version: str
    at: str
    engine: str
    migrations: list[str]
    """``room.name`` of each that had been run."""
    counts: dict[str, int]
    sums: dict[str, str]
    heads: dict[str, str]
    """Where the journal of each area ends."""
    faults: int
    """How many things were not whole."""
    prints: list[str]
    name: str
    digests: dict[str, str]
    """SHA-256 of everything in the file, in the order in which it lies there."""

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(self.counts.values())

    @property
    def files(self) -> int:
        """How many files go along that people sent."""
        return sum(map(filed.is_inside, self.digests))


@contextmanager
def bench(place: Path, why: str) -> Iterator[Path]:
    """A folder for our own eyes to work in. What a power cut left of an earlier one goes first."""
    for left_over in place.glob(f".{why}-*"):
        shutil.rmtree(left_over, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=place, prefix=f".{why}-") as name:
        yield Path(name)


def table(label: str) -> str:
    """The name under which a table lies in the file."""
    return f"tables/{label}.jsonl"


def pack(archive: Path, inventory: Inventory, places: dict[str, Path]) -> None:
    """Write the list, and then what it names."""
    told = json.dumps(asdict(inventory), indent=1).encode()
    with tarfile.open(archive, "w:gz") as tar:
        head = tarfile.TarInfo(LIST)
        head.size = len(told)
        tar.addfile(head, io.BytesIO(told))
        for name in inventory.digests:
            tar.add(places[name], name)


def unpack(source: Path, folder: Path, key: str) -> Inventory:
    """Take out exactly what the list names, and compare the digests. Raises CannotCopy with a sentence."""
    if not source.is_file():
        raise CannotCopy(f"{source} is not there, or is no file")
    archive = packing.unsealed(source, folder, key)
    try:
        with tarfile.open(archive, "r|gz") as tar:
            inventory = _list(source, tar)
            for name, digest in inventory.digests.items():
                _one(source, tar, folder, name, digest)
            if tar.next() is not None:
                raise CannotCopy(f"{source} is damaged: more is in it than its list names")
    except (OSError, EOFError, zlib.error, tarfile.TarError, KeyError, TypeError, ValueError) as error:
        raise CannotCopy(f"{source} cannot be read as a house that moves: {error}") from error
    return inventory


def _list(source: Path, tar: tarfile.TarFile) -> Inventory:
    member = tar.next()
    if member is None or member.name != LIST:
        raise CannotCopy(
            f"{source} is not a file that alongside leave wrote; what alongside backup wrote comes back with "
            "alongside restore"
        )
    told: dict[str, Any] = json.loads(_content(tar, member).read())
    if told.get("form") != FORM:
        raise CannotCopy(f"{source} has a form that this version does not know; use a newer Alongside")
    inventory = Inventory(**told)
    tables = set(map(table, inventory.counts))
    for name in inventory.digests:
        if name not in tables and not things.may_travel(name):
            raise CannotCopy(f"{source} is not a file that alongside leave wrote: it names {name}")
    return inventory


def _one(source: Path, tar: tarfile.TarFile, folder: Path, name: str, digest: str) -> None:
    member = tar.next()
    if member is None or member.name != name:
        raise CannotCopy(f"{source} is damaged: {name} is not where its list says")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    with _content(tar, member) as packed, (folder / name).open("wb") as file:
        shutil.copyfileobj(packed, file)
    if filed.digest(folder / name) != digest:
        raise CannotCopy(f"{source} is damaged: {name} is not what was written")


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """Never ``extract``: a member could be a link to somewhere else."""
    file = tar.extractfile(member) if member.isfile() else None
    if file is None:
        raise KeyError(member.name)
    return file
