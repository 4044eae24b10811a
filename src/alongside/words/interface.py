"""Holds our own pages against our own advice: templates (.html, .txt) and what our Python says to people."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from alongside.words.checking import check
from alongside.words.findings import Finding
from alongside.words.profiles import INTERFACE
from alongside.words.spoken import spoken_words
from alongside.words.visible import Words, visible_words

_OF_THE_WHOLE = ("reading-age", "total-words")


@dataclass(frozen=True, slots=True)
class Advice:
    path: Path
    line: int
    finding: Finding

    def __str__(self) -> str:
        say = " / ".join(self.finding.say)
        return (
            f"{self.path}:{self.line}: {self.finding.found} → {say} ({self.finding.rule}) {self.finding.why}"
        )


def check_interface(paths: Iterable[Path]) -> list[Advice]:
    """Advice on every template and Python file, with the line each is on."""
    return [advice for path in paths for advice in _of_file(path)]


def interface_files(root: Path) -> list[Path]:
    """Templates and Python under a folder, without tests, migrations, commands and the demo's own stories."""
    left_out = {"tests", "migrations", "management", "gallery"}
    found = [*root.rglob("templates/**/*.html"), *root.rglob("templates/**/*.txt"), *root.rglob("*.py")]
    return sorted(
        path
        for path in found
        if not left_out & set(path.relative_to(root).parts) and not path.name.startswith("demo")
    )


def _of_file(path: Path) -> Iterator[Advice]:
    heard = _READERS[path.suffix](path.read_text(encoding="utf-8"))
    for words in heard:
        for finding in check(words.text, INTERFACE.without(*_OF_THE_WHOLE)):
            yield Advice(path, words.line_at(finding.start), finding)
    if path.suffix != ".py":
        whole = "\n\n".join(words.text for words in heard)
        for finding in check(whole, INTERFACE.only(*_OF_THE_WHOLE)):
            yield Advice(path, 1, finding)


def _plain_text(source: str) -> list[Words]:
    """A message: tags taken out, each paragraph for itself."""
    bare = re.sub(r"{%.*?%}|{#.*?#}", " ", re.sub(r"{{.*?}}", "xxx", source), flags=re.DOTALL)
    return [Words(line, number) for number, line in enumerate(bare.splitlines(), start=1) if line.strip()]


_READERS: dict[str, Callable[[str], list[Words]]] = {
    ".html": visible_words,
    ".txt": _plain_text,
    ".py": spoken_words,
}
