"""What the pages of this room ask."""

from __future__ import annotations

from typing import Any

from alongside.look import forms
from alongside.people.trying import Trying

from .frameworks import found
from .steps import SKIP, Answering, Step


class OpenForm(Trying):
    """A new round: with which questions."""

    key = forms.FormKey()
    framework = forms.Choice(
        label="Which questions?", help_text="Everybody answers the same ones, each side in its own words."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counted = {one.framework.slug: one for one in found().values() if not one.framework.is_open}
        field: Any = self.fields["framework"]
        field.choices = [(slug, one.framework.name) for slug, one in counted.items()]
        field.hints = {slug: one.framework.says for slug, one in counted.items()}
        self.newest = counted


class CloseForm(Trying):
    """The round is to end."""

    sure = forms.Tick(label="Yes, nobody answers in this round any more")


class LevelForm(forms.Form):
    """How true one statement is."""

    level = forms.Choice(label="", label_as_heading=True)

    def __init__(self, *args: Any, answering: Answering, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, initial={"level": answering.chosen(step)}, **kwargs)
        field: Any = self.fields["level"]
        field.label = step.words
        levels = [(level.slug, level.label) for level in answering.review.framework.levels]
        field.choices = [*levels, (SKIP, "I cannot say, or would rather not")]
        field.divider = {SKIP: "or"}


class SendForm(Trying):
    """The last page: the draft's id is the form key."""

    summary_title = "Nothing was sent. Please look at this"

    key = forms.FormKey()
