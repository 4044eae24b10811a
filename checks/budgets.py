"""How things are measured for the budgets; ``test_budgets.py`` holds the numbers."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Def = ast.FunctionDef | ast.AsyncFunctionDef

BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
    ast.comprehension,
)
NAMES_NOBODY_FINDS = {"utils", "helpers", "services", "managers", "signals", "common"}
"""Modules called by what they are made of, and not by what they are for."""


class Measured(NamedTuple):
    """A function or class, and how big it is."""

    name: str
    line: int
    lines: int
    branches: int
    is_view: bool


def functions(source: str) -> Iterator[Measured]:
    """Every function and method; one inside another counts for itself and for its lines in the outer."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Def):
            args = [*node.args.posonlyargs, *node.args.args]
            is_view = bool(args) and args[0].arg == "request"
            yield Measured(node.name, node.lineno, _lines(node), _branches(node), is_view)


def classes(source: str) -> Iterator[Measured]:
    """Every class."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            yield Measured(node.name, node.lineno, _lines(node), 0, False)


def _lines(node: Def | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def _branches(function: Def) -> int:
    """Places where the way parts, without those of functions inside; a plain comprehension parts nothing."""
    found, todo = 0, list(ast.iter_child_nodes(function))
    while todo:
        node = todo.pop()
        if isinstance(node, Def | ast.Lambda):
            continue
        found += len(node.ifs) if isinstance(node, ast.comprehension) else isinstance(node, BRANCHES)
        todo += ast.iter_child_nodes(node)
    return found


def ninth_tenth(values: Sequence[int]) -> int:
    """Nine in ten are no larger than this."""
    return sorted(values)[math.ceil(0.9 * len(values)) - 1]


def forbidden_in_python(source: str) -> Iterator[tuple[int, str]]:
    """Line and word of each way round our own safety. Words in strings and comments do not count."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name | ast.Attribute | ast.alias):
            word = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name"}[type(node)]
            if (name := getattr(node, word)) in {"mark_safe", "csrf_exempt", "RawSQL"}:
                yield node.lineno, name
        elif isinstance(node, ast.Call):
            # As the type of an answer SafeString is fine; made by hand it is mark_safe by another name.
            name = ast.unparse(node.func).split(".")[-1]
            if name in {"raw", "extra"} and isinstance(node.func, ast.Attribute):
                yield node.lineno, f".{name}("
            if name in {"SafeString", "SafeText"}:
                yield node.lineno, f"{name}("
        elif isinstance(node, ast.ExceptHandler) and node.type is None:
            yield node.lineno, "bare except"


def forbidden_in_templates(source: str) -> Iterator[tuple[int, str]]:
    """Line and word of each place where a template would print what somebody typed as it is."""
    for number, line in enumerate(source.splitlines(), start=1):
        for word in re.findall(r"\|\s*(safe(?:seq)?)\b|(autoescape off)|(csrf_exempt)", line):
            yield number, "".join(word)


def reasonless(pyproject: str) -> list[str]:
    """Runtime dependencies without a comment on their line that says why."""
    block = re.search(r"^dependencies = \[\n(.*?)^\]", pyproject, re.MULTILINE | re.DOTALL)
    assert block, "pyproject.toml lists no dependencies, one per line"
    lines = [line.strip() for line in block[1].splitlines() if line.strip().startswith('"')]
    return [line for line in lines if len(line.partition("#")[2].split()) < 3]
