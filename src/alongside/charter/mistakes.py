"""What is wrong with a framework's file: where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with a file, where, and what to do about it."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.says}"


class Unusable(ValueError):
    """A framework that nobody could answer. It holds every mistake, each a sentence of its own."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(one) for one in mistakes))
        self.mistakes = mistakes
