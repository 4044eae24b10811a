"""A sheet of paper, typed in fast: a figure for each statement, and the tab key to the next."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.core.exceptions import ValidationError

from alongside.look import forms
from alongside.people.trying import Trying

from .answers import Filled, Sheet
from .forms import MOST_WORDS
from .framework import Audience, Question, Section, Statement
from .reviews import Review

MOST_AT_A_TABLE = 40


class SheetForm(Trying):
    """One sheet: every statement of one side, and the open questions after each section."""

    key = forms.FormKey()
    how = forms.Choice(
        label="How did it reach you?",
        choices=[(way.value, way.label) for way in (Sheet.How.PAPER, Sheet.How.PHONE, Sheet.How.WORKSHOP)],
        initial=Sheet.How.PAPER,
        hints={"workshop": "What a table agreed on counts for everybody who sat there."},
    )
    people = forms.Line(
        label="How many sat at the table?",
        help_text="Only for what a table agreed on.",
        max_length=3,
        width=3,
        inputmode="numeric",
        required=False,
    )

    def __init__(self, *args: Any, review: Review, audience: Audience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        framework = review.framework
        levels = [(level.slug, f"{place} {level.label}") for place, level in enumerate(framework.levels, 1)]
        self.review, self.audience = review, audience
        numbers = count(1)
        for section in framework.sections:
            for one in section.asked_of(audience):
                self.fields[_level(one)] = forms.Pick(
                    label=f"{next(numbers)}. {one.says(audience)}",
                    choices=[("", "0 Left out"), *levels],
                    required=False,
                )
            for question in framework.questions:
                self.fields[_words(section, question)] = forms.Words(
                    label=f"{section.name}: {question.asks}", max_length=MOST_WORDS, required=False, rows=2
                )

    def clean_people(self) -> int:
        """One, or how many sat at the table."""
        typed = str(self.cleaned_data["people"]).strip() or "1"
        if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed) <= MOST_AT_A_TABLE:
            raise ValidationError(f"Type a number from 1 to {MOST_AT_A_TABLE}.")
        return int(typed)

    def clean(self) -> dict[str, Any]:
        """Several people share a sheet at a table only."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("people", 1) > 1 and typed.get("how") != Sheet.How.WORKSHOP:
            self.add_error("how", "Several people share a sheet only at a table, together.")
        return typed

    def said(self) -> dict[str, Any]:
        """What ``hand_in`` asks for beside the answers."""
        typed = self.cleaned_data
        return {"how": Sheet.How(typed["how"]), "people": typed["people"], "key": typed["key"]}

    def filled(self) -> Filled:
        """The sheet as it is handed in."""
        typed, framework = self.cleaned_data, self.review.framework
        asked = [one for section in framework.sections for one in section.asked_of(self.audience)]
        levels = {one.slug: typed[_level(one)] for one in asked if typed[_level(one)]}
        words = {
            (section.slug, question.slug): typed[_words(section, question)]
            for section in framework.sections
            for question in framework.questions
        }
        return Filled(levels, words)


def _level(one: Statement) -> str:
    return f"level_{one.slug}"


def _words(section: Section, question: Question) -> str:
    return f"words_{section.slug}_{question.slug}"
