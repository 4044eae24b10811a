"""Makes a framework of what a file says, and goes on after a mistake as far as it can."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, field, fields
from typing import Any

from alongside.people.cornerstones import choices

from .framework import MOST_STATEMENTS, Audience, Framework, Level, Question, Section, Statement
from .mistakes import Mistake
from .positions import Path as Place

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = {"slug": 60, "version": 40}
"""As long as the columns in which they are kept. No slug has a low line: names of our own pages have."""
LISTS = ("level", "question", "section")
TWO_LEVELS = (
    "The scale needs two levels or more, the lowest first. Those that do not count as met stand first. "
    "At least one after them has met = true."
)


@dataclass
class Reader:
    """Reads one file from the outside in, and keeps every mistake."""

    file: str
    places: dict[Place, int]
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, place: Place, says: str) -> None:
        """Note a mistake at this place, or at the nearest one around it."""
        while place and place not in self.places:
            place = place[:-1]
        self.mistakes.append(Mistake(self.file, self.places.get(place, 1), says))

    def framework(self, raw: dict[str, Any]) -> Framework | None:
        """All of it, or nothing where something is missing without which the rest means nothing."""
        rows = {name: self._tables(raw.pop(name, []), (name,)) for name in LISTS}
        levels = [one for _, one in self._all(Level, rows["level"], "level")]
        questions = [one for _, one in self._all(Question, rows["question"], "question")]
        sections = self._sections(rows["section"])
        self._whole(levels, questions, sections)
        head = self._one(Framework, raw, (), holds=("levels", "questions", "sections"))
        if head is None:
            return None
        return Framework(**head, levels=tuple(levels), questions=tuple(questions), sections=tuple(sections))

    def _sections(self, rows: list[dict[str, Any]]) -> list[Section]:
        found: dict[Place, Section] = {}
        statements: dict[Place, Statement] = {}
        for number, row in enumerate(rows):
            place: Place = ("section", number)
            own = self._tables(row.pop("statement", []), (*place, "statement"))
            inside = dict(self._all(Statement, own, *place, "statement", once=False))
            made = self._one(Section, row, place, holds=("statements",))
            statements |= inside
            if made and self._is_stone(made["cornerstone"], place):
                found[place] = Section(**made, statements=tuple(inside.values()))
        self._once({place: one.slug for place, one in statements.items()})
        self._once({place: one.slug for place, one in found.items()})
        for place, one in statements.items():
            self._statement(one, place)
        return list(found.values())

    def _statement(self, one: Statement, place: Place) -> None:
        if not any(one.says(audience) for audience in Audience):
            sides = ", ".join(audience.value for audience in Audience)
            self.wrong(place, f"Nobody is asked. Write it for one of: {sides}.")

    def _is_stone(self, slug: str, place: Place) -> bool:
        there = [known for known, _name in choices()]
        if slug not in there:
            said = f"There is no cornerstone “{slug}”. Use one of: {', '.join(there)}."
            self.wrong((*place, "cornerstone"), said)
        return slug in there

    def _whole(self, levels: list[Level], questions: list[Question], sections: list[Section]) -> None:
        """What only shows when all of it is there."""
        statements = [one for section in sections for one in section.statements]
        if not any(place[:1] == ("section",) for place in self.places):
            self.wrong((), "There is nothing to answer. Add at least one [[section]].")
        elif not statements and not questions and not self.mistakes:
            self.wrong((), "There is nothing to answer. Add a [[section.statement]] or a [[question]].")
        if len(statements) > MOST_STATEMENTS:
            said = (
                f"There are {len(statements):,} statements. Keep to {MOST_STATEMENTS}: nobody answers more."
            )
            self.wrong(("section", len(sections) - 1), said)
        if statements and not _splits(levels):
            self.wrong(("level", 0), TWO_LEVELS)

    def _once(self, slugs: dict[Place, str]) -> None:
        """Each slug names one thing. The first may keep it."""
        met: set[str] = set()
        for place, slug in slugs.items():
            if slug in met:
                self.wrong((*place, "slug"), f"Another one has the slug “{slug}”. Give this one another.")
            met.add(slug)

    def _all(
        self, kind: type[Any], rows: list[dict[str, Any]], *name: str | int, once: bool = True
    ) -> list[tuple[Place, Any]]:
        """What could be made of these rows, each with its place."""
        made = [((*name, number), self._one(kind, row, (*name, number))) for number, row in enumerate(rows)]
        whole = [(place, kind(**one)) for place, one in made if one is not None]
        if once:
            self._once({place: one.slug for place, one in whole})
        return whole

    def _tables(self, rows: Any, place: Place) -> list[dict[str, Any]]:
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            return rows
        self.wrong(place, f"Write this as [[{'.'.join(str(p) for p in place if isinstance(p, str))}]].")
        return []

    def _one(
        self, kind: type[Any], raw: dict[str, Any], place: Place, holds: Sequence[str] = ()
    ) -> dict[str, Any] | None:
        """The plain values of one table, without what it ``holds``; nothing where one is missing or wrong."""
        before = len(self.mistakes)
        wanted = {one.name: one for one in fields(kind) if one.name not in holds}
        for name in raw.keys() - wanted.keys():
            self.wrong(
                (*place, name), f"We do not know “{name}”. Take it out, or look for a slip of the pen."
            )
        for name, one in wanted.items():
            if name not in raw and one.default is MISSING:
                self.wrong(place, f"“{name}” is missing here. Add a line that begins with {name} =")
            elif name in raw:
                self._value(name, raw[name], one.type, (*place, name))
        if len(self.mistakes) > before:
            return None
        return {name: tuple(one) if isinstance(one, list) else one for name, one in raw.items()}

    def _value(self, name: str, value: Any, kind: Any, place: Place) -> None:
        if kind == "bool" and not isinstance(value, bool):
            self.wrong(place, f"“{name}” is true or false, without quotes.")
        elif kind == "tuple[str, ...]" and not _texts(value):
            self.wrong(place, f'“{name}” is a list of texts in quotes: ["one", "two"].')
        elif kind == "str" and (not isinstance(value, str) or not value.strip()):
            self.wrong(place, f"“{name}” is a text in quotes, and not empty.")
        elif name in ("slug", "version") and not SLUG.fullmatch(value):
            self.wrong(place, f"“{name}” has small letters, figures and hyphens only: like-this-1.")
        elif name in LONGEST and len(value) > LONGEST[name]:
            self.wrong(place, f"“{name}” has {LONGEST[name]} letters at most.")


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _splits(levels: list[Level]) -> bool:
    """Whether the scale goes from not met to met, once."""
    met = [level.met for level in levels]
    return len(levels) > 1 and met == sorted(met) and not met[0] and met[-1]
