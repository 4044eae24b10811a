"""What recurs in this room."""

from __future__ import annotations

from . import drafts
from .concerns import alert_deputies

DUTIES = [alert_deputies, drafts.forget]
