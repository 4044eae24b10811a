"""Draws a part of a page from its template in ``look/parts/``."""

from __future__ import annotations

from typing import Any, cast

from django.template.loader import get_template
from django.utils.safestring import SafeString


def part(name: str, /, **said: Any) -> SafeString:
    """The HTML of ``look/parts/<name>.html``."""
    return cast(SafeString, get_template(f"look/parts/{name}.html").render(said))
