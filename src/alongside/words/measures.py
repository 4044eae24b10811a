"""The rules that count: long sentences, long and hard texts, letters, capitals, shouting, percent."""

import re
from collections.abc import Callable, Iterator

from alongside.words.findings import Finding
from alongside.words.profiles import Rule
from alongside.words.readability import reading_age
from alongside.words.sentences import WORD, sentences, words

_LETTERS = re.compile(r"(?<![\w&])(?:[A-Z]{2,6}|[A-Z]&[A-Z])s?(?![\w&])")
_CAPITALS = re.compile(r"(?<!\w)(?:[A-Z][A-Z’'-]+)(?:[\s,]+(?:[A-Z][A-Z’'-]+|[AI](?!\w)))+")
_EXCLAMATION = re.compile(r"!+")
_PERCENT = re.compile(r"\d[\d.,]*\s?%")

Place = tuple[int, int, str]
"""Where, and what was found there."""


def measure(text: str, rule: Rule) -> Iterator[Finding]:
    """Every place where a text goes past the limit of a rule."""
    for start, end, found in _MEASURES[rule.kind](text, rule):
        yield Finding(start, end, found, (rule.say,), rule.why, rule.source, rule.id, measured=True)


def _long_sentences(text: str, rule: Rule) -> Iterator[Place]:
    for sentence in sentences(text):
        count = len(words(sentence.text))
        if count > rule.limit:
            yield sentence.start, sentence.end, f"a sentence of {count} words"


def _long_text(text: str, rule: Rule) -> Iterator[Place]:
    found = list(WORD.finditer(text))
    if len(found) > rule.limit:
        yield found[rule.limit].start(), len(text.rstrip()), f"{len(found):,} words in all"


def _hard_text(text: str, rule: Rule) -> Iterator[Place]:
    age = reading_age(text)
    if age is not None and round(age) > rule.limit:
        yield 0, len(text), f"a reading age of about {round(age)}"


def _letters(text: str, rule: Rule) -> Iterator[Place]:
    """Short forms in capitals that are neither well known nor explained in brackets somewhere."""
    shouted = [match.span() for match in _CAPITALS.finditer(text)]
    seen = set(rule.known)
    for match in _LETTERS.finditer(text):
        short = match.group()
        if any(start <= match.start() < end for start, end in shouted) or f"({short})" in text:
            continue
        if short not in seen and short.removesuffix("s") not in seen:
            seen.add(short)
            yield *match.span(), short


def _capitals(text: str, rule: Rule) -> Iterator[Place]:
    for match in _CAPITALS.finditer(text):
        if len(match.group().split()) >= rule.limit and re.search(r"[A-Z]{4}", match.group()):
            yield *match.span(), match.group()


def _plain(pattern: re.Pattern[str]) -> Callable[[str, Rule], Iterator[Place]]:
    def places(text: str, _: Rule) -> Iterator[Place]:
        return ((*match.span(), match.group()) for match in pattern.finditer(text))

    return places


_MEASURES: dict[str, Callable[[str, Rule], Iterator[Place]]] = {
    "sentence-words": _long_sentences,
    "total-words": _long_text,
    "reading-age": _hard_text,
    "letters": _letters,
    "capitals": _capitals,
    "exclamation": _plain(_EXCLAMATION),
    "percent": _plain(_PERCENT),
}
