"""What a page says of itself to whoever shows a link to it. Only public pages say it."""

from __future__ import annotations

from django.conf import settings
from django.utils.safestring import SafeString

from .parts import part


def alt(words: str, kind: str, area: str) -> str:
    """All that stands on a card, for who does not see it."""
    return f"{words} ({kind}, Alongside {area})"


def share_card(words: str, kind: str, area: object, path: str) -> SafeString:
    """The lines for the head of a page: title, picture, and the picture in words."""
    href = f"{settings.PUBLIC_ADDRESS}{path}"
    return part("share_card", title=words, alt=alt(words, kind, str(area)), href=href)
