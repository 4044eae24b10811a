"""A sheet of paper, typed in fast: a figure for each statement, and the tab key to the next."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.people.trying import Trying

from .answers import Filled, Sheet
from .forms import MOST_WORDS
from .framework import Audience, Question, Section
from .reviews import Review


class SheetForm(Trying):
    """One sheet: every statement of one side, and the open questions after each section."""

    key = forms.FormKey()
    how = forms.Choice(
        label="How did it reach you?",
        choices=[(way.value, way.label) for way in (Sheet.How.PAPER, Sheet.How.PHONE, Sheet.How.WORKSHOP)],
        initial=Sheet.How.PAPER,
        hints={"workshop": "What a table agreed on counts as one."},
    )

    def __init__(self, *args: Any, review: Review, audience: Audience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        framework = review.framework
        levels = [(level.slug, f"{place} {level.label}") for place, level in enumerate(framework.levels, 1)]
        self.review, self.audience = review, audience
        for section in framework.sections:
            for one in section.asked_of(audience):
                self.fields[one.slug] = forms.Pick(
                    label=one.says(audience), choices=[("", "0 Left out"), *levels], required=False
                )
            for question in framework.questions:
                self.fields[_words(section, question)] = forms.Words(
                    label=f"{section.name}: {question.asks}", max_length=MOST_WORDS, required=False, rows=2
                )

    def filled(self) -> Filled:
        """The sheet as it is handed in."""
        typed, framework = self.cleaned_data, self.review.framework
        asked = [one.slug for section in framework.sections for one in section.asked_of(self.audience)]
        levels = {name: typed[name] for name in asked if typed[name]}
        words = {
            (section.slug, question.slug): typed[_words(section, question)]
            for section in framework.sections
            for question in framework.questions
        }
        return Filled(levels, words)


def _words(section: Section, question: Question) -> str:
    return f"words_{section.slug}_{question.slug}"
