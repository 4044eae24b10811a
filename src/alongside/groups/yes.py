"""Nobody decides alone: the one small primitive behind every joint yes."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable


def agreed(needed: Collection[Hashable], given: Iterable[Hashable]) -> bool:
    """Whether each needed partner is among those that gave their yes.

    A yes that needs nobody is no yes: with no needed partner the answer is always no.
    """
    return bool(needed) and set(needed) <= set(given)
