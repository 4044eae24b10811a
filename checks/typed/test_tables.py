"""House rule: no formula leaves in a table.

One place writes tables for spreadsheets: ``welcome.members.written``, in which every box is words. What
somebody's own copy holds for machines goes through ``website.yours.copies.harmless``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checks.rooms import SOURCE

WRITERS = {"csv", "openpyxl", "xlsxwriter", "xlwt", "odf", "ezodf", "pandas", "pyexcel"}
KINDS = ("text/csv", "tab-separated", "spreadsheetml", "ms-excel", "opendocument.spreadsheet")
"""Kinds of answer that a browser hands to a spreadsheet."""

MAY = {
    "documents/kinds.py": "which files people may send us; a table of theirs loses its formulas",
    "documents/examining/office.py": "what is inside an Excel file that somebody sends us",
    "welcome/members/as_text.py": "reads a list of members, and writes nothing",
    "welcome/members/as_sheet.py": "reads a list of members; a formula stays the text of it",
    "welcome/members/written.py": "the one place that writes them: every box is words",
}
"""Where one of these words may stand, with the reason."""


def writes_tables(source: str) -> Iterator[str]:
    """Each import of something that writes tables, and each kind of answer that is one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.partition(".")[0] in WRITERS)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in WRITERS:
            yield node.module or ""
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (kind for kind in KINDS if kind in node.value)


def of_the_house() -> dict[str, list[str]]:
    """File → what it writes tables with, if it does."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if "tests" not in path.parts and (said := list(writes_tables(path.read_text(encoding="utf-8")))):
            found[str(path.relative_to(SOURCE))] = said
    return found


def test_nothing_else_writes_a_table() -> None:
    assert sorted(of_the_house().keys() - MAY.keys()) == []
    assert sorted(MAY.keys() - of_the_house().keys()) == []


def test_the_look_bites() -> None:
    assert list(writes_tables("import csv\nfrom openpyxl.cell import Cell")) == ["csv", "openpyxl.cell"]
    assert list(writes_tables("answer(content_type='text/csv; charset=utf-8')")) == ["text/csv"]
    assert list(writes_tables("import json\nx = 'a table'")) == []
