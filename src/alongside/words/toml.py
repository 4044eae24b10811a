"""Reads our TOML into frozen dataclasses. What is wrong is said with the file and the entry it is in."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

T = TypeVar("T")

_SAID = {str: "text", int: "a whole number", bool: "true or false", date: "a date", tuple[str, ...]: "a list"}


class Unreadable(ValueError):
    """A list that cannot be used. The message names the file and the entry."""


def read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(f"{path.name}: {error}") from error


def build(kind: type[T], raw: Mapping[str, Any], where: str) -> T:
    """One dataclass from one table. `where` names file and entry in what is said of a mistake."""
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(raw) - set(known)):
        raise Unreadable(f"{where}: we do not know {', '.join(unknown)}.")
    missing = [name for name, field in known.items() if name not in raw and _needed(field)]
    if missing:
        raise Unreadable(f"{where}: {', '.join(missing)} is missing.")
    return kind(**{name: _value(raw[name], hints[name], f"{where}: {name}") for name in raw})


def _needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(value: Any, kind: Any, where: str) -> Any:
    if kind == tuple[str, ...]:
        if isinstance(value, list) and value and all(isinstance(one, str) and one for one in value):
            return tuple(value)
    elif kind in _SAID:
        if type(value) is kind and value != "":
            return value
    else:
        return value
    raise Unreadable(f"{where} must be {_SAID[kind]}{'' if kind in (int, bool) else ', and not empty'}.")
