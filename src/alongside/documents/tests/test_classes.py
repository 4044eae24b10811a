"""Every field of this room is classed, and none that is not there."""

from __future__ import annotations

from django.apps import apps

from alongside.documents.privacy import FIELDS


def test_every_field_is_classed() -> None:
    there = {
        f"documents.{model.__name__}.{field.name}"
        for model in apps.get_app_config("documents").get_models()
        for field in model._meta.concrete_fields
    }
    assert set(FIELDS) == there
