"""The frameworks there are, and what changed from one version to the next."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from .framework import Audience, Framework
from .mistakes import Mistake, Unusable
from .reading import read

log = logging.getLogger("alongside.frameworks")
SHIPPED = Path(__file__).with_name("frameworks")


@dataclass(frozen=True, slots=True)
class Found:
    """A framework with the text that says it, and the file in which it stands."""

    framework: Framework
    text: str
    file: str


@cache
def found(*folders: Path) -> dict[tuple[str, str], Found]:
    """All of them by slug and version: ours, and those in your own folders. Raises ``Unusable``.

    The newest version of each comes last. Two files with the same slug and version cannot both be meant.
    """
    there: dict[tuple[str, str], Found] = {}
    for folder in (SHIPPED, *folders):
        for file in sorted(folder.glob("*.toml")):
            one = read(file)
            key = one.slug, one.version
            if key in there:
                raise _twice(one, there[key].file, file)
            there[key] = Found(one, file.read_text(encoding="utf-8"), file.name)
    return {key: there[key] for key in sorted(there, key=_by_version)}


def here() -> dict[tuple[str, str], Found]:
    """Ours, and those in the folder of this installation (``ALONGSIDE_FRAMEWORKS``), read anew when a file
    changes. A file that cannot be used is left out and logged; ``alongside frameworks`` says what is wrong.
    """
    files = sorted(settings.FRAMEWORKS.glob("*.toml")) if settings.FRAMEWORKS.is_dir() else []
    return _here(tuple((file, file.stat().st_mtime_ns) for file in files))


@cache
def _here(files: tuple[tuple[Path, int], ...]) -> dict[tuple[str, str], Found]:
    there = dict(found())
    for file, _changed in files:
        try:
            one = read(file)
            if (one.slug, one.version) in there:
                raise _twice(one, there[one.slug, one.version].file, file)
        except Unusable as unusable:
            log.error("a framework is left out: %s", unusable)
        else:
            there[one.slug, one.version] = Found(one, file.read_text(encoding="utf-8"), file.name)
    return {key: there[key] for key in sorted(there, key=_by_version)}


def _twice(one: Framework, other: str, file: Path) -> Unusable:
    said = f"{other} is {one.slug} {one.version} too. Give this one a new version."
    return Unusable([Mistake(file.name, 1, said)])


def _by_version(key: tuple[str, str]) -> list[tuple[int, int | str]]:
    """By slug, and then by version: figures in it count as numbers, so that 10 comes after 9."""
    parts = re.findall(r"\d+|\D+", f"{key[0]}/{key[1]}")
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]


def frameworks(*folders: Path) -> dict[tuple[str, str], Framework]:
    """The same, as frameworks alone. Raises ``Unusable``."""
    return {key: one.framework for key, one in found(*folders).items()}


def newest(slug: str, *folders: Path) -> Framework:
    """The latest version of a framework. Raises ``KeyError``."""
    versions = [one for (name, _), one in frameworks(*folders).items() if name == slug]
    if not versions:
        raise KeyError(slug)
    return versions[-1]


def differences(old: Framework, new: Framework) -> Iterator[str]:
    """What somebody who knows the old version has to know of the new one, line by line."""
    if [(one.slug, one.label, one.met) for one in old.levels] != [
        (one.slug, one.label, one.met) for one in new.levels
    ]:
        yield f"the scale: {_scale(old)} → {_scale(new)}"
    yield from _changed(_questions(old), _questions(new))
    yield from _changed(_statements(old), _statements(new))


def _scale(one: Framework) -> str:
    return ", ".join(f"{level.label} (met)" if level.met else level.label for level in one.levels)


def _questions(one: Framework) -> dict[str, str]:
    return {f"question {question.slug}": question.asks for question in one.questions}


def _statements(one: Framework) -> dict[str, str]:
    return {
        f"{section.slug} / {statement.slug}, {audience.value}": statement.says(audience)
        for section, statement in one.statements()
        for audience in Audience
        if statement.says(audience)
    }


def _changed(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    yield from (f"gone: {name}: {old[name]}" for name in old if name not in new)
    yield from (f"new: {name}: {new[name]}" for name in new if name not in old)
    both = [name for name in new if name in old and old[name] != new[name]]
    yield from (f"changed: {name}: {old[name]} → {new[name]}" for name in both)
