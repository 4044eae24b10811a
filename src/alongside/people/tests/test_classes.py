"""Every field of the lowest rooms is classed, and none that is not there."""

from __future__ import annotations

import pytest
from django.apps import apps

from alongside.journal.privacy import FIELDS as JOURNAL
from alongside.journal.privacy import Field
from alongside.people.privacy import FIELDS as PEOPLE


@pytest.mark.parametrize(("room", "fields"), [("journal", JOURNAL), ("people", PEOPLE)])
def test_every_field_is_classed(room: str, fields: dict[str, Field]) -> None:
    there = set()
    for model in apps.get_app_config(room).get_models(include_auto_created=True):
        there |= {f"{room}.{model.__name__}.{field.name}" for field in model._meta.concrete_fields}
    assert set(fields) == there
