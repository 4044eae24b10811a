from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from alongside.look.forms.bound import Bound
from alongside.look.forms.fields import Words

_COUNT = ("", "one thing", "two things", "three things", "four things", "five things")


class Problem(NamedTuple):
    """One line of the error summary; ``href`` is empty where it is about no one field."""

    text: str
    href: str


class Form(forms.Form):
    """A form whose errors begin by saying that nothing is lost."""

    bound_field_class = Bound
    use_required_attribute = False
    summary_title = ""
    """What the error summary says first; empty for the usual sentence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "%s")
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def standing(self) -> Iterator[BoundField]:
        """The visible fields, without those that open under an option of another."""
        revealed = {name for field in self.fields.values() for name in getattr(field, "reveals", {}).values()}
        return (field for field in self.visible_fields() if field.name not in revealed)

    def problems(self) -> list[Problem]:
        """What is to be looked at, in the order of the page."""
        of_fields = [
            Problem(text, f"#{field.first_id}")
            for field in self.visible_fields()
            if isinstance(field, Bound)
            for text in field.problems()
        ]
        hidden = [str(error) for field in self.hidden_fields() for error in field.errors]
        whole = [*map(str, self.non_field_errors()), *hidden]
        return [*(Problem(error, "") for error in whole), *of_fields]

    def problems_title(self) -> str:
        """The first line of the error summary."""
        if self.summary_title:
            return self.summary_title
        many = len(self.problems())
        things = _COUNT[many] if many < len(_COUNT) else f"{many} things"
        wrote = any(isinstance(field, Words) for field in self.fields.values())
        return f"{'Your words are safe' if wrote else 'Nothing is lost'}. Please look at {things}"
