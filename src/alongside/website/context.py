from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def way_about(request: HttpRequest) -> dict[str, Any]:
    """What every page needs to find its way: the area, the links on top, the map at the foot."""
    return {"viewer": getattr(request, "viewer", None)}
