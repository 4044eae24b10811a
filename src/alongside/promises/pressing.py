"""What the page with the four buttons shows and takes: a press first, words after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.people.trying import Trying

from . import days
from .forms import PressForm, WordsForm
from .telling import Told, Verdict


def form_for(told: Told, data: Mapping[str, Any] | None) -> Trying:
    """The press, or the words that go with it: known by what was sent, else by what is still to be said."""
    verdict = told.verdict
    if data is not None:
        return WordsForm(data) if "words" in data and verdict else PressForm(data)
    if verdict is None:
        return PressForm()
    return WordsForm(initial={"words": verdict.words, "may_show": verdict.may_show})


def say(told: Told, said: Mapping[str, Any], on: date) -> Verdict | None:
    """Keep what was sent. Words come with the answer that stands, and never change it."""
    if "answer" in said:
        return told.say(said["answer"], "", on)
    verdict = told.verdict
    return verdict.add_words(said["words"], on, may_show=said["may_show"]) if verdict else None


def page(told: Told, on: date) -> dict[str, Any]:
    """What stands on the page beside the form. The story is the holder's own."""
    verdict, promise = told.verdict, told.delivered.promise
    return {
        "promise": promise,
        "round": told.delivered,
        "story": told.story.parts,
        "verdict": verdict,
        "can_change": verdict is None or verdict.may_change(on),
        "until": verdict.on + days.MIND_CHANGED if verdict else None,
        "answers": [(value, label) for value, label in PRESSES if verdict is None or value != verdict.answer],
        "reopened": getattr(told.delivered, "reopened", None),
    }


PRESSES = [
    (Verdict.Answer.YES, "Yes, this helped"),
    (Verdict.Answer.PARTLY, "Partly"),
    (Verdict.Answer.NO, "No"),
    (Verdict.Answer.TOO_SOON, "Too soon to say"),
]
