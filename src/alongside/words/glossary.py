"""The words we use, explained for a reader of nine to eleven."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.text import slugify

from alongside.words.toml import Unreadable, build, read

HERE = Path(__file__).parent / "glossary.toml"


@dataclass(frozen=True, slots=True)
class Word:
    """`see` names other words of the glossary; `stands_for` is for short forms such as SEND."""

    word: str
    means: str
    more: str = ""
    stands_for: str = ""
    see: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return slugify(self.word)

    @property
    def see_also(self) -> list[tuple[str, str]]:
        return [(word, slugify(word)) for word in self.see]


@dataclass(frozen=True, slots=True)
class Glossary:
    name: str
    version: str
    date: date
    words: tuple[Word, ...] = ()


def load(path: Path) -> Glossary:
    raw = read(path)
    words = [_word(one, path.name, number) for number, one in enumerate(raw.pop("word", []), start=1)]
    known = {word.word for word in words}
    for word in words:
        if lost := set(word.see) - known:
            raise Unreadable(f"{path.name}, word {word.word}: we do not explain {', '.join(sorted(lost))}.")
    if len(known) < len(words):
        raise Unreadable(f"{path.name}: a word is explained twice.")
    head = build(Glossary, raw, path.name)
    in_order = sorted(words, key=lambda word: word.word.lower())
    return Glossary(head.name, head.version, head.date, tuple(in_order))


def _word(raw: dict[str, object], file: str, number: int) -> Word:
    return build(Word, raw, f"{file}, word {raw.get('word') or number}")


@cache
def glossary() -> Glossary:
    """Our own, read once."""
    return load(HERE)
