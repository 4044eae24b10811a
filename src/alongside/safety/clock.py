"""What recurs in this room."""

from __future__ import annotations

from .concerns import alert_deputies

DUTIES = [alert_deputies]
