"""What is in a backup’s file: a list, and exactly the files that it names."""

from __future__ import annotations

import json
import shutil
import tarfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from . import filed, sealing
from .engines import CannotCopy

LIST = "manifest.json"
FORM = 2
"""Raised when the shape of the file changes, so that an old programme refuses rather than guesses."""


@dataclass(frozen=True)
class Manifest:
    """What is in the file, as it was at the moment of the backup."""

    form: int
    version: str
    at: str
    engine: str
    counts: dict[str, int]
    heads: dict[str, str]
    digests: dict[str, str]
    """SHA-256 of each file in the archive."""

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(self.counts.values())

    @property
    def files(self) -> list[str]:
        """The files beside the database, by their names in the archive."""
        return [name for name in self.digests if filed.is_inside(name)]


def pack(tar: tarfile.TarFile, things: list[tuple[str, Path]]) -> dict[str, str]:
    """Put each file in; one that goes away meanwhile was not wanted any more. Returns their digests."""
    digests = {}
    for name, file in things:
        try:
            digests[name] = filed.digest(file)
            tar.add(file, name)
        except FileNotFoundError:
            digests.pop(name, None)
    return digests


def unpack(source: Path, folder: Path, key: str) -> Manifest:
    """Take out the list and exactly the files it names, and compare their digests."""
    archive = unsealed(source, folder, key)
    try:
        with tarfile.open(archive, "r:gz") as tar:
            manifest = _manifest(_content(tar, LIST).read())
            for name, digest in manifest.digests.items():
                if (Path(name).name != name or name == LIST) and not filed.is_inside(name):
                    raise CannotCopy(f"{source} is not a backup of Alongside: it names {name}")
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                # Not ``extract``: a member could be a link to somewhere else.
                with _content(tar, name) as packed, (folder / name).open("wb") as file:
                    shutil.copyfileobj(packed, file)
                if filed.digest(folder / name) != digest:
                    raise CannotCopy(f"{source} is damaged: {name} is not what was written")
    except (OSError, EOFError, zlib.error, tarfile.TarError, KeyError, TypeError, ValueError) as error:
        raise CannotCopy(f"{source} cannot be read as a backup of Alongside: {error}") from error
    return manifest


def unsealed(source: Path, folder: Path, key: str) -> Path:
    """The archive itself, opened with the key if it is sealed."""
    if not sealing.is_sealed(source):
        return source
    if not key:
        raise CannotCopy(f"{source} is sealed; it opens with the key that ALONGSIDE_BACKUP_KEY held that day")
    # In a folder of its own: no name in the archive is the name of the archive.
    (folder / ".opened").mkdir()
    sealing.unseal(source, folder / ".opened" / "archive", key)
    return folder / ".opened" / "archive"


def _content(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    member = tar.getmember(name)
    file = tar.extractfile(member) if member.isfile() else None
    if file is None:
        raise KeyError(name)
    return file


def _manifest(text: bytes) -> Manifest:
    told: dict[str, Any] = json.loads(text)
    if told.get("form") != FORM:
        raise CannotCopy("this backup has a form that this version does not know; use a newer Alongside")
    return Manifest(**told)
