"""Reads a framework from its file. What is wrong is said with file, line and what to do, all at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from .framework import Framework
from .mistakes import Mistake, Unusable
from .positions import positions
from .reader import Reader

TWICE = re.compile(r"Cannot (overwrite a value|declare .* twice)")
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read(path: Path) -> Framework:
    """The framework in this file. Raises ``Unusable``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Unusable([Mistake(path.name, 1, f"We cannot open this file: {error.strerror}.")]) from error
    except UnicodeDecodeError as error:
        raise Unusable(
            [Mistake(path.name, 1, "This is no text that we can read. Save the file again as plain text.")]
        ) from error
    return read_text(text, path.name)


def read_text(text: str, file: str) -> Framework:
    """The framework that this text says; ``file`` is what we call it. Raises ``Unusable``."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unusable([_broken(str(error), text, file)]) from error
    except RecursionError as error:
        raise Unusable(
            [Mistake(file, 1, "There are brackets in brackets without end. Take some out.")]
        ) from error
    reader = Reader(file, positions(text))
    framework = reader.framework(raw)
    if reader.mistakes or framework is None:
        raise Unusable(sorted(reader.mistakes, key=lambda one: one.line))
    return framework


def _broken(error: str, text: str, file: str) -> Mistake:
    at = AT_LINE.search(error)
    line = int(at[1]) if at else text.count("\n") + 1
    if TWICE.search(error):
        return Mistake(file, line, "This stands here twice. Keep one, and take the other out.")
    says = AT_LINE.sub("", error).strip().rstrip(".")
    return Mistake(file, line, f"This line cannot be read ({says}). Look for a missing quote or bracket.")
