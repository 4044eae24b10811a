"""Django's way of keeping sessions, in our own table: see ``sessions``."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from .sessions import Session, kept_as

BROWSER, SINCE = "browser", "since"
"""What a session knows of itself besides what Django writes."""


class SessionStore(db.SessionStore):
    """One browser's session. Asking takes one query, and one more on the first page of a day."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        there = Session.objects.filter(
            session_key=kept_as(self.session_key or ""), expire_date__gt=timezone.now()
        ).first()
        if there is None:
            self._session_key = None
            return {}
        today = timezone.localdate()
        if there.person_id and there.used_on != today:
            Session.objects.filter(pk=there.pk).update(used_on=today)
        return self.decode(there.session_data)

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=kept_as(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        return Session(
            session_key=kept_as(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            person_id=data.get("_auth_user_id"),
            browser=data.get(BROWSER, ""),
            since=date.fromisoformat(data[SINCE]) if SINCE in data else None,
            used_on=timezone.localdate(),
        )

    def delete(self, session_key: str | None = None) -> None:
        secret = session_key or self.session_key
        if secret:
            Session.objects.filter(session_key=kept_as(secret)).delete()
