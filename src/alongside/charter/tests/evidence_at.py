"""Beck Lane, where tests of evidence happen: a statement there, and stories about it."""

from __future__ import annotations

from datetime import datetime

from alongside.charter.in_use import Spot, spot
from alongside.people.demo import Netherby
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Story

LEARN = ("service", "train")
RANG = "They rang only to say that he had laughed."


def there(n: Netherby, statement: str = "heard") -> Spot:
    """One statement at Farah's school."""
    found = spot(n.school, "cornerstones", statement)
    assert found
    return found


def told(n: Netherby, now: datetime, **what: object) -> Story:
    """Cara told it forty days ago, and Gwen has let it go on."""
    usual = {
        "about": "school",
        "days_ago": 40,
        "good": RANG,
        "who": "cara",
        "channel": MINE,
        "uses": LEARN,
        "touches": ["welcome"],
    }
    return voices.live(n, Tale(**{**usual, **what}), now)  # type: ignore[arg-type]
