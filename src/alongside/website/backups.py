"""A backup: one file with everything in it, and a list by which it can be checked before it is trusted."""

from __future__ import annotations

import json
import os
import tarfile
import tempfile
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.core.management import call_command

from alongside import __version__
from alongside.voice.taken_back import take_back_again

from . import engines, filed, sealing
from .engines import CannotCopy, Facts
from .packing import FORM, LIST, Manifest, pack, unpack
from .yours import erased


class Restored(NamedTuple):
    """What is here again, how many were erased again, and how many permissions ended again."""

    manifest: Manifest
    erased: int
    taken_back: int


def back_up(target: Path, at: datetime, key: str = "") -> Manifest:
    """Write everything into ``target``, which only its owner may read and which must not exist yet.

    It is sealed if there is a ``key``. Raises CannotCopy with a sentence for the person at the keyboard.
    """
    if target.exists():
        raise CannotCopy(f"{target} is there already; a backup never overwrites another")
    engine = engines.engine()
    erased.write_list()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target: on the same disk, so that the last step is a rename and never half a file.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
        folder = Path(name)
        copy = folder / engine.file
        facts = engine.dump(copy)
        archive = folder / "archive"
        with tarfile.open(archive, "w:gz") as tar:
            digests = pack(tar, [(engine.file, copy), *filed.there()])
            manifest = Manifest(
                FORM, __version__, at.isoformat(), engine.name, **asdict(facts), digests=digests
            )
            (folder / LIST).write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True))
            tar.add(folder / LIST, LIST)
        if key:
            sealing.seal(archive, folder / "sealed", key)
            archive = folder / "sealed"
        archive.chmod(0o600)
        os.replace(archive, target)
    return manifest


def restore(
    source: Path, replace: bool, at: datetime, *, key: str = "", erased_list: Path | None = None
) -> Restored:
    """Bring back what is in ``source``, bring it up to date, and erase again whoever was erased since.

    What tellers took back since is taken back again too. Raises CannotCopy if the file is damaged or does not
    fit the key, is from another engine or a newer version, or if something is here already and ``replace``
    was not said. Then nothing has changed.
    """
    engine, gone = engines.engine(), known_erased(erased_list)
    with tempfile.TemporaryDirectory(prefix="alongside-") as name:
        folder = Path(name)
        manifest = unpack(source, folder, key)
        _fits(manifest, engine.name)
        if not replace and not engines.empty():
            raise CannotCopy(
                "there is something here already; say --replace to lose it for what is in the file"
            )
        engine.load(folder / engine.file, Facts(manifest.counts, manifest.heads))
        filed.put_back(folder, manifest.files)
    call_command("migrate", verbosity=0, interactive=False)
    erased.remember(gone)
    again = erased.erase_again(at)
    erased.write_list()
    return Restored(manifest, again, take_back_again(at))


def known_erased(erased_list: Path | None) -> list[erased.Erased]:
    """Who was erased. Read before anything is replaced: what is here now may know of more than the file."""
    if erased_list is not None and not erased_list.is_file():
        raise CannotCopy(f"{erased_list} is not there")
    try:
        return erased.known(erased_list)
    except ValueError as error:
        raise CannotCopy(f"the list of who was erased cannot be read: {error}") from error


def read(source: Path, key: str = "") -> Manifest:
    """What a backup holds, having checked that it is whole."""
    with tempfile.TemporaryDirectory(prefix="alongside-") as name:
        return unpack(source, Path(name), key)


def _fits(manifest: Manifest, engine: str) -> None:
    if manifest.engine != engine:
        raise CannotCopy(f"this backup is from {manifest.engine}, and the settings name {engine}")
    if _number(manifest.version) > _number(__version__):
        raise CannotCopy(f"this backup is from Alongside {manifest.version}; here is only {__version__}")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
