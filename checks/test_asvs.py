"""House rule: every requirement of the standard has a test that is there, a reason, or a *not yet*."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from .committed import ROOT

Row = dict[str, Any]
ROWS = ROOT / "docs" / "assurance" / "asvs.toml"
LEVELS = Path(__file__).with_name("asvs_levels.toml")
OURS = (1, 2)
"""The levels that we hold ourselves to."""
KINDS = ("shown", "written", "outside", "on_purpose", "not_yet")
A_LINE = 160


def wanted(levels: dict[str, str]) -> set[str]:
    """The ids of our levels: ``V1.2`` and "1123" give V1.2.1, V1.2.2 and V1.2.3."""
    return {
        f"{section}.{number}"
        for section, figures in levels.items()
        for number, level in enumerate(figures, 1)
        if int(level) in OURS
    }


def faults(rows: list[Row], levels: dict[str, str]) -> Iterator[str]:
    """A sentence for each id that is missing, extra or there twice, and for each row that proves nothing."""
    there = Counter(one for row in rows for one in row["ids"])
    yield from (f"{one} has no row" for one in sorted(wanted(levels) - there.keys()))
    yield from (
        f"{one} is not in the standard at our levels" for one in sorted(there.keys() - wanted(levels))
    )
    yield from (f"{one} has {many} rows" for one, many in there.items() if many > 1)
    for row in rows:
        yield from (f"{row['ids'][0]} {fault}" for fault in of_row(row))


def of_row(row: Row) -> Iterator[str]:
    """What is wrong with one row."""
    kinds = [kind for kind in KINDS if row.get(kind)]
    if len(kinds) != 1:
        yield f"is one of {', '.join(KINDS)}, and says {kinds or 'none of them'}"
        return
    proofs = row[kinds[0]] if kinds[0] in ("shown", "written") else []
    said = row.get("we", "") if proofs else row[kinds[0]]
    if not 10 < len(said) < A_LINE:
        yield "says in one short line what we do, or why not"
    is_there = has_test if kinds[0] == "shown" else has_part
    yield from (f"names {proof}, which is not there" for proof in proofs if not is_there(proof))


def place(named: str) -> Path | None:
    """A file of this repository, named from its top or from the rooms."""
    there = (base / named for base in (ROOT, ROOT / "src" / "alongside"))
    return next((path for path in there if path.is_file()), None)


def has_test(proof: str) -> bool:
    """``voice/tests/test_telling.py::test_it``: a test or, in tools, a check that stands in this file."""
    file, _, name = proof.partition("::")
    path = place(file)
    return bool(path and name) and name in functions(path)


@cache
def functions(path: Path) -> frozenset[str]:
    """The names of all functions in a file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef))


def has_part(proof: str) -> bool:
    """``docs/settings.md#Where it is``: a page, and a heading on it if one is named."""
    file, _, heading = proof.partition("#")
    path = place(file)
    if path is None or not heading:
        return path is not None
    return bool(re.search(rf"^#+ {re.escape(heading)}$", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_requirement_is_answered() -> None:
    rows = tomllib.loads(ROWS.read_text(encoding="utf-8"))["row"]
    levels = tomllib.loads(LEVELS.read_text(encoding="utf-8"))["levels"]
    assert list(faults(rows, levels)) == []
    assert len(wanted(levels)) > 200
    kinds = Counter(kind for row in rows for kind in KINDS if kind in row for _ in row["ids"])
    print(", ".join(f"{many} {kind}" for kind, many in kinds.items()))


HERE = "checks/test_asvs.py::test_the_look_bites"
A_REASON = "We have no such thing at all."


def test_the_look_bites() -> None:
    levels = {"V1.1": "123", "V2.1": "1"}
    shown = {"ids": ["V1.1.1", "V1.1.2"], "we": "We look at every row.", "shown": [HERE]}
    good = [shown, {"ids": ["V2.1.1"], "outside": A_REASON}]
    assert list(faults(good, levels)) == []
    assert list(faults(good[:1], levels)) == ["V2.1.1 has no row"]
    assert list(faults([*good, {"ids": ["V1.1.3"], "not_yet": A_REASON}], levels)) == [
        "V1.1.3 is not in the standard at our levels"
    ]
    assert list(faults([*good, good[1]], levels)) == ["V2.1.1 has 2 rows"]
    both = {"outside": A_REASON, "not_yet": A_REASON}
    for bad in ({}, {"shown": []}, {"outside": ""}, both, {"not_yet": "No."}):
        assert len(list(of_row({"ids": ["V2.1.1"], **bad}))) == 1, bad
    for proof in (
        "checks/test_asvs.py",
        "checks/test_asvs.py::test_nothing",
        "checks/test_nothing.py::test_it",
    ):
        assert not has_test(proof)
    assert has_part("CONTRIBUTING.md#Adding a page")
    assert not has_part("CONTRIBUTING.md#Adding nothing")
    assert not has_part("docs/nothing.md")
