"""Small numbers in words, as people say them."""

from __future__ import annotations

from datetime import timedelta

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """ "three"; from eleven on the figure."""
    return WORDS[number] if number < len(WORDS) else f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """ "three people", "one person"."""
    return f"{in_words(number)} {one if number == 1 else many}"


def weeks(lasts: timedelta) -> str:
    """ "four weeks"."""
    return counted(lasts // timedelta(weeks=1), "week", "weeks")


def sentence(words: str) -> str:
    """The same with a capital."""
    return words[:1].upper() + words[1:]
