"""When things go: the rules of all rooms, as the privacy page tells them and the machine carries them out."""

from __future__ import annotations

from datetime import datetime

from alongside.journal.privacy import Forget

from .rooms import modules


def rules() -> list[Forget]:
    """Every rule of the house in the order in which they run: from the top of the house down, because what
    an upper room lets go may be what a lower room then forgets."""
    return [rule for room in reversed(modules("forget")) for rule in room.RULES]


def forget(at: datetime) -> list[tuple[Forget, int]]:
    """Let go of everything whose time has come. Returns how many rows went, rule by rule."""
    return [(rule, rule.run(at)) for rule in rules()]
