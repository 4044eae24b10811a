"""Payloads and odd letters in every field of every row that holds somebody's words."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

from checks.house.canaries import AN_EMAIL, DIGEST, MEANS_SOMETHING, holds_words
from checks.rooms import ROOMS

from .awkward import LINES
from .payloads import payloads

A_PAGE = 1200
"""So many letters of it in a field that takes any number: a page then shows some dozens of them."""

NOT_TYPED = MEANS_SOMETHING | {"documents.File.kind", "charter.Link.token"}
"""Nobody ever types into these."""


def plant() -> list[str]:
    """Put them in, each row another part of the list; give back the payloads that found a place."""
    planted: list[str] = []
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for column in model._meta.concrete_fields:
                name = f"{room}.{model._meta.object_name}.{column.name}"
                if holds_words(column) and name not in NOT_TYPED:
                    planted += _in_column(model, column, len(planted))
    return planted


def _in_column(model: type[models.Model], column: models.Field[Any, Any], turn: int) -> list[str]:
    planted = []
    for row in model._default_manager.all():
        value = getattr(row, column.attname)
        chosen = [] if _is_a_key(value) else _from(turn + len(planted), column.max_length or A_PAGE)
        if value and chosen:
            words = " ".join(chosen)
            written = _in_each(value, words) if isinstance(value, dict) else words
            model._default_manager.filter(pk=row.pk).update(**{column.name: written})
            planted += chosen
    return planted


def _is_a_key(value: Any) -> bool:
    """Digests and addresses are looked up by: other words there would only make nothing happen."""
    return isinstance(value, str) and bool(DIGEST.fullmatch(value) or AN_EMAIL.fullmatch(value))


def _from(turn: int, room_for: int) -> list[str]:
    """As many as there is room for, beginning at this place of the list; none in a very small field."""
    everything = [one for one in (*payloads(), *LINES) if len(one) <= room_for]
    chosen: list[str] = []
    for place in range(len(everything)):
        one = everything[(turn + place) % len(everything)]
        if len(" ".join([*chosen, one])) > room_for:
            break
        chosen.append(one)
    return chosen


def _in_each(value: dict[str, Any], words: str) -> dict[str, Any]:
    """The same keys, and the words in place of each of their values, however deep."""
    return {key: _in_each(held, words) if isinstance(held, dict) else words for key, held in value.items()}
