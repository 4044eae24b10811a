"""*Type in a form*: the questions of the journey on one page, made for the keyboard.

Each question is taken from the journey's own form, so that the two cannot drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.look import forms
from alongside.messages.models import Channel
from alongside.people.models import Area
from alongside.people.trying import Trying
from alongside.people.viewer import NOBODY
from alongside.safety.reaching import NOT_AT_ALL, REVEALS

from .answers import Answers
from .forms import MINE, NOT_SURE, STEPS, QuestionForm, WordsForm
from .taking_down import TakenDown

NOT_ON_PAPER = (MINE, Channel.LINK.value)
"""Ways to be told that need a screen."""
WHERE = "where"
ADDRESSES = tuple(REVEALS.values())
TOGETHER = (TakenDown.How.PHONE, TakenDown.How.IN_PERSON)


def ways(area: Area) -> list[tuple[str, str]]:
    """How somebody who writes on paper can be told what came of it, in the journey's own words."""
    channel: Any = STEPS["back"](area=area, viewer=NOBODY).fields["channel"]
    return [(value, said) for value, said in channel.choices if value not in NOT_ON_PAPER]


class TypedInForm(Trying):
    """One form, as it came in."""

    summary_title = "Nothing is lost. Please look at this before you save it"

    key = forms.FormKey()
    how = forms.Pick(label="How did it come?", choices=TakenDown.How.choices)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = self._as_the_journey_asks() if self.is_bound else None
        self.parts: dict[str, QuestionForm] = {
            step: question(typed, area=area, viewer=NOBODY) for step, question in STEPS.items()
        }
        for part in self.parts.values():
            for name, field in part.fields.items():
                if name not in ADDRESSES:
                    self.fields[name] = _for_the_keyboard(name, field, area, isinstance(part, WordsForm))
                elif WHERE not in self.fields:
                    self.fields[WHERE] = forms.Line(label="E-mail, number or address", required=False)
        self.fields["heard"] = forms.Tick(
            label="I read all of it back to them just now, and they said yes", required=False
        )

    def _as_the_journey_asks(self) -> Any:
        """What was sent, with the one address in the field that the journey has for it."""
        data: Any = self.data
        data = data.copy()
        if field := REVEALS.get(data.get("channel", "")):
            data[field] = data.get(WHERE, "")
        return data

    def clean(self) -> None:
        """Each question is judged as the journey judges it."""
        for part in self.parts.values():
            for name in part.fields:
                self.errors.pop(name, None)
            for name, errors in part.errors.items():
                self.add_error(WHERE if name in ADDRESSES else name, list(errors))
        if self.cleaned_data.get("heard") and self.cleaned_data.get("how") not in TOGETHER:
            self.add_error("heard", "Paper cannot say yes. Choose how it came, or leave this box empty.")

    def said(self) -> dict[str, dict[str, Any]]:
        """The answers, page by page, as the journey keeps them."""
        return {step: part.typed() for step, part in self.parts.items()}


class ReadBackForm(TypedInForm):
    """The same, to be read out and mended."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("key", "how", "heard"):
            del self.fields[name]

    @staticmethod
    def as_typed(answers: Answers) -> dict[str, Any]:
        """What stands in it when it is opened."""
        typed: dict[str, Any] = {name: one for said in answers.said.values() for name, one in said.items()}
        return {**typed, WHERE: typed.get(REVEALS.get(answers.channel, ""), "")}


def _for_the_keyboard(name: str, field: Any, area: Area, is_words: bool) -> Any:
    """The journey's own field, laid out for a page with many: one letter picks from a list."""
    if is_words:
        return forms.Words(label=field.label, required=False, max_length=field.max_length, rows=4)
    if isinstance(field, forms.Choices):
        return forms.Choices(
            label=field.label, choices=field.choices, required=False, small=True, label_size="s"
        )
    if isinstance(field, forms.Choice | forms.Pick):
        return forms.Pick(label=field.label, choices=_choices(name, field, area), required=False)
    field.label_size = "s"
    return field


def _choices(name: str, field: Any, area: Area) -> list[tuple[str, str]]:
    if name == "channel":
        first = [(NOT_AT_ALL, dict(ways(area))[NOT_AT_ALL])]
        return [*first, *[way for way in ways(area) if way[0] != NOT_AT_ALL]]
    if name == "organisation":  # whoever leaves it out is not sure; no place is guessed
        return sorted(
            ((value, said) for value, said in field.choices if value), key=lambda one: one[0] != NOT_SURE
        )
    return list(field.choices)


def kept_for_the_next(said: Mapping[str, Any]) -> dict[str, str]:
    """What the next form most likely shares with this one."""
    return {name: str(said.get(name) or "") for name in ("organisation", "how")}
