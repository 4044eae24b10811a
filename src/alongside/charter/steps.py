"""Answering, one thing to a page: which page comes when, and what a draft says so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from alongside.safety.drafts import Draft

from .answers import Filled
from .framework import Audience, Level, Section, Statement
from .reviews import Link, Review

CHECK = "look_it_over"
WORDS = "words_"
"""Framework names have no low line, so no statement can take the place of one of our own pages."""
CODE = "its_code"
LEFT_OUT = "You left this one out"
SKIP = "left_out"
"""What stands in a draft where somebody would rather not say. It is an answer to nothing."""


@dataclass(frozen=True)
class Step:
    """One page: a statement in the words of this side, or the open questions of a section."""

    section: Section
    statement: Statement | None
    asks: str
    number: int
    before: str
    after: str

    @property
    def slug(self) -> str:
        """How the page is called in its address."""
        return _name(self.section, self.statement)


@dataclass(frozen=True)
class Shown:
    """One answer to look over: what was asked, what was said, and on which page."""

    asks: str
    says: str
    step: Step


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
    def code(self) -> str:
        """The family's code, as it was typed on the first page."""
        said = self.said.get(CODE)
        return str(said.get("code", "")) if isinstance(said, dict) else ""

    @property
    def statements(self) -> int:
        """How many statements this side is asked."""
        return sum(len(section.asked_of(self.audience)) for section in self.review.framework.sections)

    @property
    def steps(self) -> list[Step]:
        """The pages in their order; after the last one comes the page to look it over."""
        pages = list(self._pages())
        names = ["", *(_name(section, one) for section, one in pages), CHECK]
        return [
            Step(
                section,
                one,
                one.says(self.audience) if one else section.name,
                number,
                names[number - 1],
                names[number + 1],
            )
            for number, (section, one) in enumerate(pages, start=1)
        ]

    def _pages(self) -> Iterator[tuple[Section, Statement | None]]:
        for section in self.review.framework.sections:
            mine = section.asked_of(self.audience)
            yield from ((section, one) for one in mine)
            if self.review.framework.questions and (mine or not section.statements):
                yield section, None

    def step(self, slug: str) -> Step | None:
        """The page with this name, if there is one."""
        return next((step for step in self.steps if step.slug == slug), None)

    def typed(self, step: Step) -> dict[str, str]:
        """What stands on this page so far."""
        said = self.said.get(step.slug)
        return {name: str(one or "") for name, one in said.items()} if isinstance(said, dict) else {}

    def level(self, step: Step) -> Level | None:
        """The level that was chosen there, if one was."""
        chosen = self.typed(step).get("level", "")
        return next((level for level in self.review.framework.levels if level.slug == chosen), None)

    def shown(self) -> list[Shown]:
        """Every answer in words, to look over: a statement that was left out too, an open question not."""
        return [one for step in self.steps for one in self._shown(step)]

    def given(self) -> list[Shown]:
        """Only what somebody answered or wrote."""
        return [one for one in self.shown() if one.says != LEFT_OUT]

    def adding(self, slug: str, typed: Mapping[str, Any]) -> Answering:
        """The same, with what comes in for one page and is kept nowhere."""
        return replace(self, said={**self.said, slug: {name: typed[name] for name in typed}})

    def _shown(self, step: Step) -> Iterator[Shown]:
        if step.statement:
            level = self.level(step)
            yield Shown(step.asks, level.label if level else LEFT_OUT, step)
            return
        typed = self.typed(step)
        for question in self.review.framework.questions:
            if words := typed.get(question.slug, "").strip():
                yield Shown(f"{step.section.name}: {question.asks}", words, step)

    def filled(self) -> Filled:
        """The sheet, as it would be handed in."""
        steps = self.steps
        levels = {step.slug: level.slug for step in steps if (level := self.level(step))}
        words = {
            (step.section.slug, question.slug): self.typed(step).get(question.slug, "")
            for step in steps
            if step.statement is None
            for question in self.review.framework.questions
        }
        return Filled(levels, words)


def _name(section: Section, statement: Statement | None) -> str:
    return statement.slug if statement else f"{WORDS}{section.slug}"


def about(link: Link) -> str:
    """What a draft of this sheet is called."""
    return f"review {UUID(str(link.pk)).hex}"
