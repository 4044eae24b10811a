"""A backup: one file with everything in it, and a list by which it can be checked before it is trusted."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from alongside import __version__

from . import engines
from .engines import CannotCopy, Facts

LIST = "manifest.json"
FORM = 1
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


def back_up(target: Path, at: datetime) -> Manifest:
    """Write everything into ``target``, which only its owner may read and which must not exist yet.

    Raises CannotCopy with a sentence for the person at the keyboard.
    """
    if target.exists():
        raise CannotCopy(f"{target} is there already; a backup never overwrites another")
    engine = engines.engine()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target: on the same disk, so that the last step is a rename and never half a file.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
        folder = Path(name)
        copy = folder / engine.file
        facts = engine.dump(copy)
        digests = {engine.file: _digest(copy)}
        manifest = Manifest(FORM, __version__, at.isoformat(), engine.name, **asdict(facts), digests=digests)
        (folder / LIST).write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True))
        archive = folder / "archive"
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(folder / LIST, LIST)
            tar.add(copy, engine.file)
        archive.chmod(0o600)
        os.replace(archive, target)
    return manifest


def restore(source: Path, replace: bool) -> Manifest:
    """Bring back what is in ``source``.

    Raises CannotCopy if the file is damaged, from another engine or a newer version, or if something is
    here already and ``replace`` was not said. Then nothing has changed.
    """
    engine = engines.engine()
    with tempfile.TemporaryDirectory(prefix="alongside-") as name:
        folder = Path(name)
        manifest = _unpack(source, folder)
        _fits(manifest, engine.name)
        if not replace and not engines.empty():
            raise CannotCopy(
                "there is something here already; say --replace to lose it for what is in the file"
            )
        engine.load(folder / engine.file, Facts(manifest.counts, manifest.heads))
    return manifest


def read(source: Path) -> Manifest:
    """What a backup holds, having checked that it is whole."""
    with tempfile.TemporaryDirectory(prefix="alongside-") as name:
        return _unpack(source, Path(name))


def _unpack(source: Path, folder: Path) -> Manifest:
    """Take out the list and exactly the files it names, and compare their digests."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            manifest = _manifest(_content(tar, LIST).read())
            for name, digest in manifest.digests.items():
                if Path(name).name != name or name == LIST:
                    raise CannotCopy(f"{source} is not a backup of Alongside: it names {name}")
                # Not ``extract``: a member could be a link to somewhere else.
                with _content(tar, name) as packed, (folder / name).open("wb") as file:
                    shutil.copyfileobj(packed, file)
                if _digest(folder / name) != digest:
                    raise CannotCopy(f"{source} is damaged: {name} is not what was written")
    except (OSError, EOFError, zlib.error, tarfile.TarError, KeyError, TypeError, ValueError) as error:
        raise CannotCopy(f"{source} cannot be read as a backup of Alongside: {error}") from error
    return manifest


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


def _fits(manifest: Manifest, engine: str) -> None:
    if manifest.engine != engine:
        raise CannotCopy(f"this backup is from {manifest.engine}, and the settings name {engine}")
    if _number(manifest.version) > _number(__version__):
        raise CannotCopy(f"this backup is from Alongside {manifest.version}; here is only {__version__}")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
