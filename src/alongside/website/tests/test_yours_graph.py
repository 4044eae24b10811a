"""Everything that leads to a person or to their way back is in the copy, or on a list with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model

from alongside.journal.privacy import Level
from alongside.website.rooms import modules
from alongside.website.yours import graph
from alongside.website.yours.gathering import model_and_field, reached, shown_columns

LISTED = {*graph.BACK, *graph.ON, *graph.DEEDS, *graph.A_PERSON_LOOKS, *graph.STOPS}


def relations(models: Iterable[type[Model]], to: set[type[Model]]) -> set[str]:
    """Every column of these models that points at one of those."""
    return {
        f"{model._meta.app_label}.{model._meta.object_name}.{column.name}"
        for model in models
        for column in model._meta.concrete_fields
        if column.related_model in to
    }


def faults(found: set[str], listed: set[str]) -> list[str]:
    unlisted = [
        f"{name} leads to a person: follow it in yours/graph.py, or stop there with a reason"
        for name in sorted(found - listed)
    ]
    return unlisted + [f"{name} is listed and leads to nobody" for name in sorted(listed - found)]


def test_every_relation_is_followed_or_stopped_at_with_a_reason() -> None:
    found = relations(apps.get_models(include_auto_created=True), set(reached()))
    assert faults(found, LISTED) == []


def test_nothing_is_on_two_lists() -> None:
    parts = [graph.BACK, graph.ON, graph.DEEDS, graph.A_PERSON_LOOKS, graph.STOPS]
    assert len(LISTED) == sum(map(len, parts))
    reasons = [*graph.STOPS.values(), *graph.LEFT_OUT.values(), *graph.A_PERSON_LOOKS.values()]
    assert all(len(reason.split()) >= 3 for reason in reasons)


def test_every_column_of_theirs_is_in_the_copy_or_has_a_reason() -> None:
    levels = {name: one.level for room in modules("privacy") for name, one in room.FIELDS.items()}
    for model in reached():
        there = {column.name for column in shown_columns(model, by_link=False)}
        for column in model._meta.concrete_fields:
            name = f"{model._meta.app_label}.{model._meta.object_name}.{column.name}"
            reason = name in graph.LEFT_OUT or levels[name] == Level.SECRET
            assert (column.name in there) != reason, name


def test_no_reason_is_for_a_column_that_is_gone() -> None:
    for name in (*graph.LEFT_OUT, *graph.BY_LINK):
        model, _ = model_and_field(name)
        assert model in reached(), name


def test_the_rule_bites() -> None:
    assert faults({"tea.Cup.drinker"}, set()) == [
        "tea.Cup.drinker leads to a person: follow it in yours/graph.py, or stop there with a reason"
    ]
    assert faults(set(), {"tea.Cup.gone"}) == ["tea.Cup.gone is listed and leads to nobody"]
