"""A form's key writes one row: the same form sent twice, by whoever sent it first, gives that row again."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from .errors import PageUsed

Row = TypeVar("Row", bound=Model)


def once(own: QuerySet[Row], key: UUID | None, kept_as: str = "pk") -> Row | None:
    """The one of their ``own`` rows that this key wrote. Raises ``PageUsed`` if it wrote another's.

    A verb calls its argument ``key`` and asks behind its lock. The row keeps it as its id, or as a
    ``form_key`` where the id is known to others.
    """
    if key is None:
        return None
    wrote = {kept_as: key}
    there = own.filter(**wrote).first()
    if there is None and own.model._default_manager.filter(**wrote).exists():
        raise PageUsed
    return there
