"""A form's key writes one row: the same form sent twice, by whoever sent it first, gives that row again."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from .errors import PageUsed

Row = TypeVar("Row", bound=Model)


def once(own: QuerySet[Row], key: UUID | None) -> Row | None:
    """The one of their ``own`` rows that this key wrote. Raises ``PageUsed`` if it wrote another's."""
    if key is None:
        return None
    there = own.filter(pk=key).first()
    if there is None and own.model._default_manager.filter(pk=key).exists():
        raise PageUsed
    return there
