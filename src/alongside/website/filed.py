"""The folder of files in a backup: taken along by name and digest, and put back in one step."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings

FOLDER = "files"


def folder() -> Path:
    """Where files live."""
    place: Path = settings.VAR / FOLDER
    return place


def there() -> Iterator[tuple[str, Path]]:
    """Each file with its name in a backup: ``files/ab/cd.png``. What is being written just now is left."""
    place = folder()
    for file in sorted(place.rglob("*")) if place.is_dir() else ():
        if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
            yield f"{FOLDER}/{file.relative_to(place).as_posix()}", file


def is_inside(name: str) -> bool:
    """Whether a name in a backup is that of a file in this folder, and leads nowhere else."""
    path = PurePosixPath(name)
    plain = path.as_posix() == name and "\\" not in name and "\0" not in name
    return plain and len(path.parts) > 1 and path.parts[0] == FOLDER and ".." not in path.parts


def put_back(unpacked: Path, names: Iterable[str]) -> None:
    """Replace the folder by what was unpacked: all of it is copied first, then the two change places."""
    place = folder()
    coming, going = place.with_name(".files-coming"), place.with_name(".files-going")
    for left_over in (coming, going):
        shutil.rmtree(left_over, ignore_errors=True)
    coming.mkdir(mode=0o700, parents=True)
    for name in names:
        target = coming / PurePosixPath(name).relative_to(FOLDER)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(unpacked / name, target)
        target.chmod(0o600)
    if place.exists():
        place.rename(going)
    coming.rename(place)
    shutil.rmtree(going, ignore_errors=True)


def digest(file: Path) -> str:
    """SHA-256, read piece by piece."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
