"""Someone who has read our code and every page, and wants to know who is behind a hidden number.

The attacker writes down every world that could be (exact numbers, for each round), runs the gate on it, and
keeps those worlds that would have led to the very same pages. What a hidden number could be in these worlds
is all that anybody can find out, however clever.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

World = TypeVar("World", bound=Hashable)
LEAST_VALUES = 7

Pages = Callable[[World], str]
Secrets = Callable[[World], dict[str, int]]
"""Every number of people in a world that must not be found out, by name. All are looked at; the small ones
(1 to 7 people, and moves of 1 to 7 either way) must keep seven values or more."""


@dataclass(frozen=True)
class Found(Generic[World]):
    world: World
    secret: str
    values: frozenset[int]


def attack(worlds: Iterable[World], pages: Pages[World], secrets: Secrets[World]) -> list[Found[World]]:
    """Everything that can be narrowed below seven values: empty means that the gate holds."""
    alike: dict[str, list[World]] = defaultdict(list)
    for world in worlds:
        alike[pages(world)].append(world)
    return [found for group in alike.values() for found in _narrowed(group, secrets)]


def _narrowed(group: list[World], secrets: Secrets[World]) -> Iterable[Found[World]]:
    known = [secrets(world) for world in group]
    for secret in known[0]:
        values = frozenset(secrets_of_one[secret] for secrets_of_one in known)
        small = [i for i, one in enumerate(known) if 1 <= abs(one[secret]) <= 7]
        if small and len(values) < LEAST_VALUES:
            yield Found(group[small[0]], secret, values)
