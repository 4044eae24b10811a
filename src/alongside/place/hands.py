"""What one, two or four people can run, worked out from who does what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tomllib import loads

from alongside.people.models import Area, Role

Crew = Sequence[frozenset[str]]
"""People, each as the names of their tasks."""

_NAME = Role.Name
_READS = frozenset({_NAME.MODERATOR})
_RUNS = frozenset({_NAME.COORDINATOR, _NAME.KEEPER})
CREWS: Mapping[int, Crew] = {
    1: [_RUNS | _READS],
    2: [_RUNS | _READS, frozenset({_NAME.COORDINATOR, _NAME.MODERATOR, _NAME.LEAD})],
    4: [_RUNS, _RUNS | _READS, frozenset({_NAME.MODERATOR, _NAME.DEPUTY}), frozenset({_NAME.LEAD})],
}
"""How we would share the tasks out."""


@dataclass(frozen=True)
class Thing:
    """One thing an area can run: what it needs, and one honest sentence for when it runs and when not."""

    slug: str
    name: str
    on: str
    off: str
    needs: Mapping[str, int] = field(default_factory=dict)
    apart: Sequence[str] = ()

    def runs_with(self, crew: Crew) -> bool:
        """Whether these people are enough for it."""
        enough = all(sum(role in one for one in crew) >= many for role, many in self.needs.items())
        alone = not self.apart or any(self.apart[0] in one and self.apart[1] not in one for one in crew)
        return enough and alone


@cache
def things() -> tuple[Thing, ...]:
    """Everything that the file names."""
    said = loads(Path(__file__).with_name("hands.toml").read_text(encoding="utf-8"))
    return tuple(Thing(**one) for one in said["thing"])


def crew_of(area: Area) -> Crew:
    """Who does what here now."""
    tasks: dict[object, set[str]] = {}
    for person, name in Role.objects.live().filter(area=area).values_list("person", "name"):
        tasks.setdefault(person, set()).add(name)
    return [frozenset(names) for names in tasks.values()]


@dataclass(frozen=True)
class Running:
    """What an area can run now, and what one, two and four people could."""

    crew: Crew

    @property
    def now(self) -> list[tuple[Thing, bool]]:
        """Each thing, and whether it runs."""
        return [(thing, thing.runs_with(self.crew)) for thing in things()]

    @property
    def table(self) -> list[list[str]]:
        """A row for each thing, a column for each crew."""
        return [
            [thing.name, *("yes" if thing.runs_with(crew) else "not yet" for crew in CREWS.values())]
            for thing in things()
        ]

    @property
    def head(self) -> list[str]:
        return ["What", "One person", "Two people", "Four people"]
