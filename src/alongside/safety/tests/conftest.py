from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    """It is Thursday 12 March 2026, ten in the morning."""
    with time_machine.travel(now, tick=False):
        yield
