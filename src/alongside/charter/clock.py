"""What time alone brings about in this room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from .reminding import remind

DUTIES: list[Callable[[datetime], int]] = [remind]
