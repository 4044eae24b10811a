"""What ends in this room. Texts go with the thing they belong to; the rooms above say when."""

from __future__ import annotations

from alongside.journal.privacy import Forget

from .sweeping import forgotten, remove_forgotten

RULES: list[Forget] = [
    Forget(
        name="files",
        sentence="A file goes with the thing it belongs to. One that was sent and never used goes after two "
        "days.",
        run=remove_forgotten,
        left=lambda at: forgotten(at).count(),
    ),
]
