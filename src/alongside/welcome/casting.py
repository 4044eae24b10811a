"""The cast of a demo: the only people whom anybody may look through. All of them are invented."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.people.demo import CAST, id_of
from alongside.people.models import Person


@dataclass(frozen=True)
class Part:
    """One of the cast, and the words of the button."""

    name: str
    does: str

    @property
    def text(self) -> str:
        """What the button says."""
        return f"Look around as {self.name}"

    @property
    def about(self) -> str:
        """What it says further to whoever cannot see the line beside it."""
        return f"who {self.does}"


def there() -> list[Part]:
    """Those of the cast whom the demo has made, in the order of the story."""
    ids = set(Person.objects.filter(pk__in=map(id_of, CAST)).values_list("pk", flat=True))
    return [Part(name, does) for name, does in CAST.items() if id_of(name) in ids]


def called(name: str) -> Person | None:
    """The one of the cast who is called so, or nobody. Real people have other ids and are never found."""
    return Person.objects.filter(pk=id_of(name), blanked_at=None).first() if name in CAST else None


def is_cast(person: Person) -> bool:
    """Whether this is one of the cast, and so nobody real."""
    return person.pk in set(map(id_of, CAST))
