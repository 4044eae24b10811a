"""House rule: the environment comes in by settings.py alone, and every variable is explained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .committed import ROOT, name, python

SETTINGS = ROOT / "src" / "alongside" / "settings.py"
PAGE = ROOT / "docs" / "settings.md"


def read_from_environment(source: str) -> set[str]:
    """The first argument of each call of ``env`` or one of its methods."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[0] == "env"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and str(node.args[0].value).isupper()
    }


def explained(page: str) -> set[str]:
    """Each variable that begins a row of a table and has something said about it."""
    return set(re.findall(r"^\| `([A-Z_]+)` \| \S.{10,}? \| \S.* \|$", page, re.MULTILINE))


def other_ways_in(source: str) -> Iterator[int]:
    """Lines that read the environment past settings.py. Passing all of it on to a program is not reading."""
    for node in ast.walk(ast.parse(source)):
        words = ast.unparse(node) if isinstance(node, ast.Call | ast.Subscript) else ""
        if re.match(r"os\.(getenv\(|environ\.get\(|environ\[)", words):
            yield node.lineno  # type: ignore[attr-defined]


def test_every_setting_is_explained_and_everything_explained_is_a_setting() -> None:
    assert read_from_environment(SETTINGS.read_text()) == explained(PAGE.read_text())


def test_the_environment_comes_in_by_settings_alone() -> None:
    house = [
        path for path in python() if "src" in path.parts and "tests" not in path.parts and path != SETTINGS
    ]
    faults = [f"{name(path)}:{line}" for path in house for line in other_ways_in(path.read_text())]
    assert faults == []


def test_the_rule_bites() -> None:
    assert read_from_environment('A = env.str("ONE").rstrip("/")\nB = env("TWO")\nC = len("x")') == {
        "ONE",
        "TWO",
    }
    assert explained("| `ONE` | Says what it does | `x` |\n| `TWO` |  | |") == {"ONE"}
    assert list(other_ways_in('import os\nos.environ.get("X")\nos.getenv("X")\nx = os.environ["X"]')) == [
        2,
        3,
        4,
    ]
    assert not list(other_ways_in('os.environ.setdefault("X", "y")\nrun(env={**os.environ})'))
