"""Answering, one statement to a page: which page comes when, and what a draft says so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.safety.drafts import Draft

from .answers import Filled
from .framework import Audience, Level, Section, Statement
from .reviews import Link, Review

CHECK = "check"
SKIP = "skip"
"""What stands in a draft where somebody would rather not say. It is an answer to nothing."""


@dataclass(frozen=True)
class Step:
    """One page: a statement in the words of this side, and its place among the others."""

    section: Section
    statement: Statement
    words: str
    number: int
    before: str
    after: str

    @property
    def slug(self) -> str:
        """How the page is called in its address."""
        return self.statement.slug


@dataclass(frozen=True)
class Answering:
    """What one side is asked in one round, page by page, and what this device has answered so far."""

    review: Review
    audience: Audience
    said: dict[str, Any]

    @classmethod
    def of(cls, link: Link, draft: Draft | None) -> Answering:
        """As far as this draft has come."""
        return cls(link.review, Audience(link.audience), dict(draft.answers) if draft else {})

    @property
    def steps(self) -> list[Step]:
        """The pages in their order; after the last one comes the page to look it over."""
        asked = [
            (section, one)
            for section in self.review.framework.sections
            for one in section.asked_of(self.audience)
        ]
        names = ["", *(one.slug for _, one in asked), CHECK]
        return [
            Step(section, one, one.says(self.audience), number, names[number - 1], names[number + 1])
            for number, (section, one) in enumerate(asked, start=1)
        ]

    def step(self, slug: str) -> Step | None:
        """The page with this name, if there is one."""
        return next((step for step in self.steps if step.slug == slug), None)

    def chosen(self, step: Step) -> str:
        """What was chosen on this page: a level, or that it is skipped; "" while nothing is."""
        said = self.said.get(step.slug)
        return str(said.get("level") or "") if isinstance(said, dict) else ""

    def level(self, step: Step) -> Level | None:
        """The level that was chosen there, if one was."""
        chosen = self.chosen(step)
        return next((level for level in self.review.framework.levels if level.slug == chosen), None)

    def shown(self) -> list[tuple[Step, str]]:
        """Each page with its answer in words, to look over."""
        return [
            (step, level.label if (level := self.level(step)) else "You left this one out")
            for step in self.steps
        ]

    def filled(self) -> Filled:
        """The sheet, as it would be handed in."""
        levels = {step.slug: level.slug for step in self.steps if (level := self.level(step))}
        return Filled(levels)


def about(link: Link) -> str:
    """What a draft of this sheet is called."""
    return f"review {UUID(str(link.pk)).hex}"
