"""What is worried about in Netherby, through the real verbs. All invented."""

from __future__ import annotations

import uuid
from datetime import datetime

from alongside.messages.models import Channel
from alongside.people.demo import Netherby

from .concerns import Concern, Reach

WORDS = (
    "A boy in my daughter’s swimming class comes without a coat every week, and last Saturday nobody "
    "fetched him. "
    "The lifeguard waited with him until eight."
)


def worry(n: Netherby, at: datetime, words: str = WORDS, *, acknowledged: bool = False) -> Concern:
    """Somebody is worried and wants to be rung; Hal takes it in hand if ``acknowledged``."""
    reach = Reach(Channel.CALL, "01632 960 310", "Marta", "after six")
    concern = Concern.keep(words, key=uuid.uuid4(), area=n.area, reach=reach, at=at)
    if acknowledged:
        concern.acknowledge(n.hal, at)
    return concern
