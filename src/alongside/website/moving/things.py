"""What lies beside the database: files that people sent, frameworks of one's own, what tellers took back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings

from alongside.voice import taken_back

from .. import filed
from ..engines import CannotCopy

FRAMEWORKS = "frameworks"
TAKEN_BACK = "lists/taken_back.jsonl"


def there() -> Iterator[tuple[str, Path]]:
    """Each with the name under which it travels. Who was erased stands in the database."""
    yield from filed.there()
    if settings.FRAMEWORKS.is_dir():
        for file in sorted(settings.FRAMEWORKS.glob("*.toml")):
            yield f"{FRAMEWORKS}/{file.name}", file
    if taken_back.list_file().is_file():
        yield TAKEN_BACK, taken_back.list_file()


def may_travel(name: str) -> bool:
    """Whether this is such a name, and leads nowhere else."""
    parts = PurePosixPath(name).parts
    framework = len(parts) == 2 and parts[0] == FRAMEWORKS and parts[1].endswith(".toml")
    plain = PurePosixPath(name).as_posix() == name and "\\" not in name and "\0" not in name
    return filed.is_inside(name) or name == TAKEN_BACK or (plain and framework)


def place_of(name: str) -> Path:
    """Where a file of this name belongs here."""
    first, *rest = PurePosixPath(name).parts
    return Path(settings.FRAMEWORKS if first == FRAMEWORKS else filed.folder(), *rest)


class Unloading:
    """Puts files where they belong, replaces none, and can take away again what it put there."""

    def __init__(self, folder: Path, digests: dict[str, str]) -> None:
        self.folder = folder
        self.digests = {name: one for name, one in digests.items() if name != TAKEN_BACK and may_travel(name)}
        self.put: list[Path] = []

    def must_have_room(self) -> None:
        """Raises CannotCopy for the first name under which something else lies here."""
        for name, digest in self.digests.items():
            place = place_of(name)
            if place.exists() and (not place.is_file() or filed.digest(place) != digest):
                raise CannotCopy(f"{place} is here already, and is not the one in the file")

    def put_down(self) -> None:
        """All of them; what lies here already is the same, byte for byte."""
        filed.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in self.digests:
            place = place_of(name)
            if place.exists():
                continue
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.put.append(place)
            shutil.copyfile(self.folder / name, place)
            place.chmod(0o600)

    def take_away(self) -> None:
        """As it was before."""
        for place in self.put:
            place.unlink(missing_ok=True)


def add_taken_back(folder: Path) -> None:
    """What tellers of the old house took back is on this house's list too, for when an old file comes in."""
    came, here = folder / TAKEN_BACK, taken_back.list_file()
    if not came.is_file():
        return
    known = set(here.read_text("utf-8").splitlines()) if here.is_file() else set()
    new = [line for line in came.read_text("utf-8").splitlines() if line.strip() and line not in known]
    here.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    here.touch(mode=0o600)
    with here.open("a", encoding="utf-8") as out:
        out.write("".join(f"\n{line}" for line in new))
