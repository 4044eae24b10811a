from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from .models import Person


class ByPerson(BaseBackend):
    """Finds the person of a session. Nobody signs in here: ``welcome`` does that, by a code."""

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> None:  # noqa: ARG002 - Django's
        return None

    def get_user(self, user_id: UUID | str) -> Person | None:
        return Person.objects.filter(pk=user_id, blanked_at=None).select_related("area").first()
