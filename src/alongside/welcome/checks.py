"""A demo lets anybody in as anybody. It must never be what a real area runs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def no_demo_for_real(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's
    """``check --deploy`` fails while ALONGSIDE_DEMO is on."""
    if not settings.DEMO:
        return []
    return [
        Error(
            "ALONGSIDE_DEMO is on: anybody can look around as anybody.",
            hint="Unset ALONGSIDE_DEMO wherever real people are.",
            id="welcome.E001",
        )
    ]
