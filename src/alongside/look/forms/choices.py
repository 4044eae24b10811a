"""Fields that are chosen: one of several, any of several, one from a long list, one tick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from alongside.look.forms.asked import CHOOSE_ONE, CHOOSE_SOME, FROM_THE_LIST, Asked


class _Offered(Asked):
    """What radios and checkboxes share. ``hints``, ``reveals`` and ``divider`` go by the option's value."""

    def __init__(
        self,
        *,
        hints: Mapping[str, str] | None = None,
        reveals: Mapping[str, str] | None = None,
        divider: Mapping[str, str] | None = None,
        small: bool = False,
        inline: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.hints, self.reveals, self.divider = hints or {}, reveals or {}, divider or {}
        self.small, self.inline = small, inline


class Choice(_Offered, forms.ChoiceField):
    """One of a few, as radios. ``reveals`` names the field that opens under a chosen option."""

    widget = forms.RadioSelect
    said = {"required": CHOOSE_ONE, "invalid_choice": "Please choose one of these."}


class Choices(_Offered, forms.MultipleChoiceField):
    """Any of a few, as checkboxes."""

    widget = forms.CheckboxSelectMultiple
    said = {
        "required": CHOOSE_SOME,
        "invalid_choice": "Please choose from these.",
        "invalid_list": "Please choose from these.",
    }


class Pick(Asked, forms.ChoiceField):
    """One from a longer list, as a select box."""

    said = {"required": FROM_THE_LIST, "invalid_choice": FROM_THE_LIST}


class Tick(Asked, forms.BooleanField):
    """One box to tick, with its words beside it."""

    said = {"required": "Please tick the box if you agree."}
