"""What recurs in this room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from .forget import tries
from .newsletters.handing_out import hand_out

DUTIES: list[Callable[[datetime], int]] = [tries, hand_out]
"""A try says when somebody was here, so it does not wait for the night on which old things are forgotten."""
