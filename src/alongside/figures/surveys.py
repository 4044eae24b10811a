"""A group that was asked some questions (Survey, into the gate), and what may be said of it (Findings)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from alongside.figures.counts import Count, Share


@dataclass(frozen=True, slots=True)
class Answered:
    """How many answered one question one way (`part`), and how many the other (`rest`). Never shown."""

    part: int = field(repr=False)
    rest: int = field(repr=False)

    def __post_init__(self) -> None:
        if any(type(count) is not int or count < 0 for count in (self.part, self.rest)):
            raise ValueError("A count of people is a whole number, not below 0.")

    @property
    def people(self) -> int:
        return self.part + self.rest


@dataclass(frozen=True, slots=True)
class Survey:
    """One group, asked some questions with two sides each (a scale is cut in two: met, and not met).

    about    names the group and the round: "review 12, round 1, families".
    people   how many took part. Some may have skipped a question; how many is never shown.
    answers  question → how many answered which way.

    A scale with three parts or more cannot go through as shares: the parts would give each other away.
    """

    about: str
    people: int = field(repr=False)
    answers: Mapping[str, Answered]

    def __post_init__(self) -> None:
        if not self.about:
            raise ValueError("A survey needs a name for the group that was asked.")
        if type(self.people) is not int or any(a.people > self.people for a in self.answers.values()):
            raise ValueError("More people answered a question than took part.")


@dataclass(frozen=True, slots=True)
class Findings:
    """What may be shown of a survey: about how many took part, and the share that answered each question so.

    The number is said once, for the group: one for each question would show how many skipped it.
    """

    about: str
    on: date
    people: Count
    shares: Mapping[str, Share]

    def kept(self) -> dict[str, Any]:
        """For storing as JSON and handing to the gate next time. It holds no exact number."""
        return {
            "about": self.about,
            "on": self.on.isoformat(),
            "people": [self.people.around, self.people.on.isoformat()],
            "shares": [[q, s.tenths, s.nearly_all, s.hardly_any] for q, s in self.shares.items()],
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Self:
        around, on = kept["people"]
        return cls(
            about=kept["about"],
            on=date.fromisoformat(kept["on"]),
            people=Count(around, date.fromisoformat(on)),
            shares={question: Share(*share) for question, *share in kept["shares"]},
        )
