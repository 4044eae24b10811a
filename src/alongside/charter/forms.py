"""What the pages of this room ask."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.people.trying import Trying

from .codes import MOST as MOST_CODES
from .editions import Edition
from .frameworks import here
from .said import CANNOT_SAY
from .steps import SKIP, Answering, Step

MOST_WORDS = 2000
SETS = (10, 25, 50, 100, 200, 300, 400, MOST_CODES)


class OpenForm(Trying):
    """A new round: with which questions."""

    key = forms.FormKey()
    framework = forms.Choice(
        label="Which questions?", help_text="Everybody answers the same ones, each side in its own words."
    )
    until = forms.Day(label="Until when can people answer?", help_text="Three weeks are usual. You end it.")
    with_codes = forms.Tick(
        label="Each family gets a code of its own, so that none answers twice. The forum prints them",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = self.newest = {one.framework.slug: one for one in here().values()}
        field: Any = self.fields["framework"]
        field.choices = [(slug, one.framework.name) for slug, one in newest.items()]
        field.hints = {slug: one.framework.says for slug, one in newest.items()}

    def said(self) -> dict[str, Any]:
        """What ``Review.open`` asks for."""
        typed = self.cleaned_data
        return {
            "edition": Edition.of(self.newest[typed["framework"]]),
            "key": typed["key"],
            "until": typed["until"],
            "with_codes": typed["with_codes"],
        }


class CloseForm(Trying):
    """The round is to end."""

    sure = forms.Tick(label="Yes, end it. Nobody can answer after this")


class LevelForm(forms.Form):
    """How true one statement is."""

    level = forms.Choice(label="", label_as_heading=True)

    def __init__(self, *args: Any, answering: Answering, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, initial=answering.typed(step), **kwargs)
        field: Any = self.fields["level"]
        field.label = step.asks
        levels = [(level.slug, level.label) for level in answering.review.framework.levels]
        field.choices = [*levels, (SKIP, CANNOT_SAY)]
        field.divider = {SKIP: "or"}


class WordsForm(forms.Form):
    """The open questions of one section. Nobody has to write anything."""

    def __init__(self, *args: Any, answering: Answering, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, initial=answering.typed(step), **kwargs)
        for question in answering.review.framework.questions:
            self.fields[question.slug] = forms.Words(
                label=question.asks, max_length=MOST_WORDS, required=False, rows=4
            )


def form_of(step: Step) -> type[LevelForm] | type[WordsForm]:
    """What this page asks with."""
    return LevelForm if step.statement else WordsForm


class CodeForm(Trying):
    """The code that a family was given."""

    code = forms.Line(
        label="Your family’s code",
        help_text="Eight letters and figures, like abcd-efgh.",
        width=10,
        max_length=40,
    )


class SendForm(Trying):
    """The last page: the draft's id is the form key."""

    summary_title = "Nothing was sent. Please look at this"

    key = forms.FormKey()
    code = forms.Line(label="Your family’s code", required=False, width=10, max_length=40)

    def __init__(self, *args: Any, by_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not by_code:
            del self.fields["code"]


class ReadForm(Trying):
    """A moderator reads what somebody wrote in a review."""

    shown = forms.Choice(
        label="May these words be shown?",
        choices=[("yes", "Yes, show them"), ("no", "No, keep them back")],
        hints={"no": "For instance, since they name somebody, or could only come from one person."},
    )
    why = forms.Words(label="Why not? (only if you keep them back)", max_length=500, required=False, rows=3)


class CodesForm(Trying):
    """New codes for families."""

    key = forms.FormKey()
    many = forms.Pick(
        label="For how many families?",
        help_text="Rather too many than too few: what is left over does no harm.",
        choices=[("", "Choose"), *((str(many), str(many)) for many in SETS)],
    )

    def clean_many(self) -> int:
        """As a number."""
        return int(self.cleaned_data["many"])
