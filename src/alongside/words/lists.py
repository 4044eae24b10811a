"""The word lists beside this file: what to say instead, where the advice is from, and why."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from alongside.words.toml import Unreadable, build, read

HERE = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of advice.

    instead_of  every form it is found in; spaces and hyphens count as the same
    unless      phrases in which it is fine
    context     when the advice does not hold, for a person to judge
    case        only as written: "DNA" is not "dna"
    """

    id: str
    instead_of: tuple[str, ...]
    say: tuple[str, ...]
    why: str
    source: str
    context: str = ""
    unless: tuple[str, ...] = ()
    case: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    name: str
    version: str
    date: date
    chosen_by: str


@dataclass(frozen=True, slots=True)
class WordList:
    slug: str
    header: Header
    entries: tuple[Entry, ...]


def load(path: Path) -> WordList:
    """A list from a file. Sources are named once at its top; an entry refers to one by its key."""
    raw = read(path)
    sources, entries = raw.pop("sources", {}), raw.pop("entry", [])
    header = build(Header, raw, path.name)
    built = tuple(_entry(one, sources, path.name, number) for number, one in enumerate(entries, start=1))
    _each_once("id", [entry.id for entry in built], path.name)
    _each_once("form", [form for entry in built for form in entry.instead_of], path.name)
    return WordList(slug=path.stem, header=header, entries=built)


def _entry(raw: dict[str, object], sources: dict[str, str], file: str, number: int) -> Entry:
    where = f"{file}, entry {raw.get('id') or number}"
    entry = build(Entry, raw, where)
    if entry.source not in sources:
        raise Unreadable(f"{where}: the source {entry.source!r} is not among the sources at the top.")
    return replace(entry, source=sources[entry.source])


def _each_once(what: str, values: list[str], file: str) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise Unreadable(f"{file}: the {what} {twice[0]!r} is there twice.")


@cache
def word_list(slug: str) -> WordList:
    """One of our own lists, read once."""
    return load(HERE / f"{slug}.toml")
