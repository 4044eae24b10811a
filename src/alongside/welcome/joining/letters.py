"""The message with which somebody says yes. It holds nothing that whoever asked has typed."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.urls import reverse

from alongside.messages.models import WayBack
from alongside.messages.say import link, say
from alongside.people.models import Organisation

WORDS = (
    "Somebody would like to join {forum} with this address.\n\n"
    "Was it you? Then open this page and press the button:\n{link}\n\n"
    "It works for a day. Was it not you? Then you need not do anything, and we forget it.\n"
)


def send_link(
    key: uuid.UUID, forum: Organisation, way_back: WayBack, token: str, at: datetime, until: datetime
) -> None:
    """Once, at any hour: somebody waits for it."""
    path = reverse("welcome:join_link", args=[forum.area.slug, token])
    say(
        key=f"join:{key}",
        kind="join",
        subject=f"Do you want to join {forum}?",
        body=WORDS.format(forum=forum, link=link(path)),
        at=at,
        area=forum.area,
        way_back=way_back,
        secret=True,
        useless_at=until,
    )
