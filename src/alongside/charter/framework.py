"""What a framework is: sections under the cornerstones, statements for each side, a scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST_STATEMENTS = 60
"""Nobody at a kitchen table answers more; Hear by Right, the longest in the field, had 49."""


class Audience(StrEnum):
    """The sides that answer, each in its own words."""

    FAMILIES = "families"
    YOUNG_PEOPLE = "young_people"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale, the lowest first. ``met``: counts as *this is how it is here*."""

    slug: str
    label: str
    met: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """An open question, asked once for each section. What is good is asked first."""

    slug: str
    asks: str


@dataclass(frozen=True, slots=True)
class Statement:
    """How it should be here, in the words of each side that is asked; "" for a side that is not."""

    slug: str
    families: str = ""
    young_people: str = ""
    staff: str = ""
    evidence: tuple[str, ...] = ()

    def says(self, audience: Audience) -> str:
        """Its words for one side."""
        return {
            Audience.FAMILIES: self.families,
            Audience.YOUNG_PEOPLE: self.young_people,
            Audience.STAFF: self.staff,
        }[audience]


@dataclass(frozen=True, slots=True)
class Section:
    """Some statements that belong together, under one cornerstone."""

    slug: str
    name: str
    cornerstone: str
    statements: tuple[Statement, ...] = ()

    def asked_of(self, audience: Audience) -> tuple[Statement, ...]:
        """The statements that this side answers."""
        return tuple(one for one in self.statements if one.says(audience))


@dataclass(frozen=True, slots=True)
class Framework:
    """One version of what a review asks. A changed word is a new version.

    ``ours`` says whose words these are; ``source`` is the page that they follow.
    """

    slug: str
    version: str
    name: str
    says: str
    owner: str
    licence: str
    source: str
    ours: str
    levels: tuple[Level, ...]
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"

    @property
    def is_open(self) -> bool:
        """Whether it asks in open questions alone, and nothing is counted."""
        return not any(section.statements for section in self.sections)

    def statements(self) -> Iterator[tuple[Section, Statement]]:
        """All of them, each with its section, in the order in which they are asked."""
        return ((section, one) for section in self.sections for one in section.statements)


def same(statement: Statement, older: Framework, newer: Framework) -> bool:
    """Whether both ask this statement in the same words on the same scale: else no figure may be set beside
    the older one. What could be evidence may have changed, and so may where it stands.
    """
    then, now = _asked(statement, older), _asked(statement, newer)
    return then is not None and then == now and older.levels == newer.levels


def _asked(statement: Statement, framework: Framework) -> list[str] | None:
    """Its words for each side there; none where this framework has no statement of that name."""
    there = next((one for _, one in framework.statements() if one.slug == statement.slug), None)
    return [there.says(side) for side in Audience] if there else None
