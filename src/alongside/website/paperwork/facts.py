"""What we hold, why, who sees it and when it goes: read from each room's own list, never written twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Forget, Level

from ..endings import rules
from ..rooms import modules

ROOMS = {
    "journal": "The record of what happened",
    "people": "People, places and tasks",
    "documents": "Texts and files",
    "messages": "Ways back to people, and what we write to them",
    "welcome": "Signing in",
    "safety": "Reading before others do, and worries",
    "groups": "Groups that decide together",
    "voice": "What people tell us",
    "promises": "Promises, and whether they helped",
    "charter": "Reviews: what is asked, and what was answered by nobody in particular",
    "website": "What people ask about themselves",
}
"""What each room is for, in the words of the papers."""

SEEN_BY = {
    Level.PUBLIC: "everyone",
    Level.MEMBERS: "people of the group, the forum or the organisation",
    Level.PRIVATE: "the person, and the few whose task it is",
    Level.SPECIAL: "the few whose task it is; it may tell of health, of a child, or who said what",
    Level.SECRET: "nobody: keys and marks for the machine",
}


@dataclass
class Purpose:
    """One reason for holding something, in one room: what is held for it, and for how long."""

    why: str
    level: Level
    keep: str
    things: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def seen_by(self) -> str:
        """Who may see it."""
        return SEEN_BY[self.level]

    @property
    def held(self) -> list[str]:
        """ "Person: screen name, email"."""
        return [f"{thing}: {', '.join(columns)}" for thing, columns in self.things.items()]


@dataclass(frozen=True)
class Room:
    """What one room holds."""

    name: str
    title: str
    purposes: list[Purpose]


def rooms() -> list[Room]:
    """Every room that holds anything, with its purposes."""
    found = []
    for module in modules("privacy"):
        name = module.__name__.split(".")[1]
        if module.FIELDS:
            found.append(Room(name, ROOMS.get(name, name.capitalize()), _purposes(module.FIELDS)))
    return found


def special() -> list[tuple[str, Purpose]]:
    """The purposes for which we hold what may tell of health, of a child, or who said what."""
    return [
        (room.title, purpose)
        for room in rooms()
        for purpose in room.purposes
        if purpose.level == Level.SPECIAL
    ]


def endings() -> list[tuple[Forget, list[str]]]:
    """Each rule, and what goes by it."""
    goes = defaultdict(list)
    for module in modules("privacy"):
        for name, one in module.FIELDS.items():
            goes[one.keep].append(name)
    return [(rule, [" ".join(_named(name)) for name in goes[rule.name]]) for rule in rules()]


def _purposes(fields: dict[str, Field]) -> list[Purpose]:
    found: dict[tuple[str, Level, str], Purpose] = {}
    for name, one in fields.items():
        key = (one.why, one.level, one.keep)
        purpose = found.setdefault(key, Purpose(one.why, one.level, until(one.keep)))
        thing, column = _named(name)
        purpose.things[thing].append(column)
    return list(found.values())


def _named(name: str) -> tuple[str, str]:
    """``people.Person.screen_name`` → "Person", "screen name"."""
    room, model_name, column = name.split(".")
    model = apps.get_model(room, model_name)
    return str(model._meta.verbose_name).capitalize(), str(model._meta.get_field(column).verbose_name)


def until(keep: str) -> str:
    """When it goes, as a sentence."""
    if keep == WITH_ITS_ROW:
        return "It goes with the thing it belongs to, or when the person asks."
    if keep == FOR_THE_RECORD:
        return "It stays as long as the area keeps its record."
    return next((rule.sentence for rule in rules() if rule.name == keep), f"[fill in: when {keep} ends]")
