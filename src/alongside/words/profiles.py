"""What a text is held against: some word lists, and some rules that measure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

from alongside.words.toml import Unreadable, build, read

HERE = Path(__file__).parent / "profiles.toml"
KINDS = ("sentence-words", "total-words", "reading-age", "letters", "capitals", "exclamation", "percent")


@dataclass(frozen=True, slots=True)
class Rule:
    """A measure (`measures.py` has one for each kind) with its limit: words, or years of age."""

    id: str
    kind: str
    say: str
    why: str
    source: str
    limit: int = 0
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    slug: str
    name: str
    lists: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    note: str = ""

    def only(self, *kinds: str) -> Self:
        """The rules of these kinds, and no words."""
        return replace(self, lists=(), rules=tuple(rule for rule in self.rules if rule.kind in kinds))

    def without(self, *kinds: str) -> Self:
        return replace(self, rules=tuple(rule for rule in self.rules if rule.kind not in kinds))


@dataclass(frozen=True, slots=True)
class Header:
    version: str
    date: date


def load(path: Path) -> dict[str, Profile]:
    raw = read(path)
    sources, profiles = raw.pop("sources", {}), raw.pop("profile", [])
    build(Header, raw, path.name)
    built = [_profile(one, sources, path.name, number) for number, one in enumerate(profiles, start=1)]
    return {profile.slug: profile for profile in built}


def _profile(raw: dict[str, object], sources: dict[str, str], file: str, number: int) -> Profile:
    where = f"{file}, profile {raw.get('slug') or number}"
    rules = raw.pop("rule", [])
    if not isinstance(rules, list):
        raise Unreadable(f"{where}: rules are written [[profile.rule]].")
    return replace(build(Profile, raw, where), rules=tuple(_rules(rules, sources, where)))


def _rules(raw: list[dict[str, object]], sources: dict[str, str], where: str) -> Iterable[Rule]:
    for number, one in enumerate(raw, start=1):
        here = f"{where}, rule {one.get('id') or number}"
        rule = build(Rule, one, here)
        if rule.kind not in KINDS:
            raise Unreadable(f"{here}: the kind {rule.kind!r} is none of {', '.join(KINDS)}.")
        if rule.source not in sources:
            raise Unreadable(f"{here}: the source {rule.source!r} is not among the sources at the top.")
        yield replace(rule, source=sources[rule.source])


PROFILES = load(HERE)
PLAIN = PROFILES["plain"]
LETTER = PROFILES["letter"]
EASY_READ = PROFILES["easy_read"]
INTERFACE = PROFILES["interface"]
